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

    private final ImageIndex store;
    private final ImageIndex folder;
    private final Leads leads;
    private final FramesKept frames;

    public Whereabouts(ImageIndex store, ImageIndex folder, Leads leads, FramesKept frames) {
        this.store = store;
        this.folder = folder;
        this.leads = leads;
        this.frames = frames;
    }

    /** Where the image is, by the surest way; empty where it is gone. */
    public Optional<Place> of(Recorded recorded) {
        ImageReference image = recorded.inspection().image();
        if (recorded.image() != null) {
            return Optional.of(new Place.InRecord(recorded.image()));
        }
        return at(Way.STORE, store.find(image.sha256())).or(() -> at(Way.FOLDER, folder.find(image.sha256())))
                .or(() -> elsewhere(image.uri()))
                .or(() -> frames.holds(image.position())
                        ? Optional.of(new Place.WithFrame(image.position()))
                        : Optional.empty());
    }

    private static Optional<Place> at(Way way, Optional<URI> uri) {
        return uri.map(found -> new Place.At(way, found));
    }

    private Optional<Place> elsewhere(@Nullable URI uri) {
        return uri == null ? Optional.empty() : switch (leads.of(uri)) {
            case FILE -> Optional.of(new Place.At(Way.FILE, uri));
            case SERVER -> Optional.of(new Place.At(Way.SERVER, uri));
            case NOWHERE -> Optional.empty();
        };
    }
}
