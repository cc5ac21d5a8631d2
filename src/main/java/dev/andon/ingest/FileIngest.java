package dev.andon.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Position;

/** Publishes files one after the other; those that do not work are told and skipped. One thread. */
public final class FileIngest {

    private final FileFrames frames;
    private final FramePublisher publisher;
    private final Pace pace;
    private final long inlineLimit;

    /** @param inlineLimit bytes of the largest image that may travel inside its frame */
    public FileIngest(FileFrames frames, FramePublisher publisher, Pace pace, long inlineLimit) {
        this.frames = frames;
        this.publisher = publisher;
        this.pace = pace;
        this.inlineLimit = inlineLimit;
    }

    /** Hears of each file; any thread. */
    public interface Progress {

        void published(Path file, Position position);

        /**
         * The file was skipped.
         *
         * @param detail what is wrong, and what to do
         */
        void failed(Path file, String detail);
    }

    /** How many files became frames, and how many did not. */
    public record Summary(int published, int failed) {}

    /** Publishes all files and waits until each is written or refused. */
    public Summary run(List<Path> files, Progress progress) throws InterruptedException {
        AtomicInteger published = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CompletableFuture<?>[] all = new CompletableFuture<?>[files.size()];
        for (int i = 0; i < all.length; i++) {
            Path file = files.get(i);
            Thread.sleep(pace.next());
            all[i] = publish(file).handle((position, failure) -> {
                if (failure == null) {
                    published.incrementAndGet();
                    progress.published(file, position);
                } else {
                    failed.incrementAndGet();
                    progress.failed(file, message(failure));
                }
                return null;
            });
        }
        publisher.flush();
        CompletableFuture.allOf(all).join();
        return new Summary(published.get(), failed.get());
    }

    private CompletableFuture<Position> publish(Path file) {
        return switch (frames.read(file)) {
            case Made.Unfit(String detail) -> CompletableFuture.failedFuture(new UnfitFile(detail));
            case Made.Ready(Frame frame) when tooLarge(frame) -> CompletableFuture.failedFuture(
                    new UnfitFile("has " + frame.size() + " bytes, the topic takes " + inlineLimit
                            + ": use --by-reference, or raise max.message.bytes of the topic"));
            case Made.Ready(Frame frame) -> publisher.publish(frame);
        };
    }

    private boolean tooLarge(Frame frame) {
        return frame.image() instanceof ImageSource.Inline && frame.size() > inlineLimit;
    }

    private static String message(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return String.valueOf(cause.getMessage());
    }

    /** Carries what is wrong with a file to where results are counted. */
    private static final class UnfitFile extends RuntimeException {
        UnfitFile(String detail) {
            super(detail, null, false, false);
        }
    }
}
