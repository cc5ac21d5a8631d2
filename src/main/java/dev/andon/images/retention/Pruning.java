package dev.andon.images.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import dev.andon.images.ImageStock;
import dev.andon.images.ImageStore;
import dev.andon.images.StoredImage;
import dev.andon.images.retention.Pruned.Count;

/**
 * Deletes the images of a store whose time is over. One thread.
 *
 * <p>It is safe beside a program that runs. The uses are read before the images are looked at, so an image may have been
 * kept for a record that was not read. But then it was kept after reading began or shortly before, and keeping gives an image
 * that is a day old a new time ({@link ImageStore#REWRITTEN_FROM}). Since each period has two days at least and counts from
 * that time at the earliest, such an image stays.
 */
public final class Pruning {

    private final ImageStock stock;
    private final ImageUses uses;
    private final Periods periods;
    private final Instant now;

    /** @param now before any use was read */
    public Pruning(ImageStock stock, ImageUses uses, Periods periods, Instant now) {
        this.stock = stock;
        this.uses = uses;
        this.periods = periods;
        this.now = now;
    }

    /**
     * Frames whose records are no older than this point to no image whose time is over: an image is kept before its
     * frame is published, or at most {@link ImageStore#REWRITTEN_FROM} before it is kept again, and the publishing may take
     * as long.
     */
    public static Instant concerned(Periods periods, Instant now) {
        return now.minus(periods.least()).plus(ImageStore.REWRITTEN_FROM.multipliedBy(2));
    }

    /**
     * Looks at every image.
     *
     * @param dryRun whether nothing is deleted
     * @throws IOException if the store cannot be read, or an image cannot be deleted; those before it are
     */
    public Map<Ground, Pruned> run(boolean dryRun) throws IOException {
        Map<Ground, Pruned> pruned = new EnumMap<>(Ground.class);
        for (Ground ground : Ground.values()) {
            pruned.put(ground, Pruned.NOTHING);
        }
        try {
            stock.each(image -> {
                Keep keep = uses.keep(image, periods);
                pruned.merge(keep.ground(), counted(image, keep.isOver(now) && (dryRun || deleted(image))),
                        Pruned::plus);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return pruned;
    }

    private boolean deleted(StoredImage image) {
        try {
            return stock.delete(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pruned counted(StoredImage image, boolean deleted) {
        Count one = new Count(1, image.size());
        return deleted ? new Pruned(Count.NONE, one) : new Pruned(one, Count.NONE);
    }
}
