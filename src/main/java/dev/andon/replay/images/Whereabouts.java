package dev.andon.replay.images;

import java.net.URI;
import java.util.Optional;

import dev.andon.core.decision.ImageReference;
import dev.andon.images.Leads;
import org.jspecify.annotations.Nullable;

/**
 * Finds the images of recorded inspections, by what is known without reading one: a digest is checked when somebody reads.
 * Any thread.
 *
 * <p>The store is looked at by digest, so that it does not matter by which path or host a record found it, nor whether the
 * record knew that it stands there.
 */
public final class Whereabouts {

    private final StoreIndex store;
    private final Leads leads;
    private final FramesKept frames;

    public Whereabouts(StoreIndex store, Leads leads, FramesKept frames) {
        this.store = store;
        this.leads = leads;
        this.frames = frames;
    }

    /** Where the image is, by the surest way; empty where it is gone. */
    public Optional<Place> of(Recorded recorded) {
        ImageReference image = recorded.inspection().image();
        if (recorded.image() != null) {
            return Optional.of(new Place.InRecord(recorded.image()));
        }
        return store.find(image.sha256()).<Place>map(uri -> new Place.At(Way.STORE, uri))
                .or(() -> elsewhere(image.uri()))
                .or(() -> frames.holds(image.position())
                        ? Optional.of(new Place.WithFrame(image.position()))
                        : Optional.empty());
    }

    private Optional<Place> elsewhere(@Nullable URI uri) {
        return uri == null ? Optional.empty() : switch (leads.of(uri)) {
            case FILE -> Optional.of(new Place.At(Way.FILE, uri));
            case SERVER -> Optional.of(new Place.At(Way.SERVER, uri));
            case NOWHERE -> Optional.empty();
        };
    }
}
