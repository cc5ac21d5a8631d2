package dev.andon.cli;

import java.util.Optional;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.images.Downscaler;
import dev.andon.images.LoadedImage;
import dev.andon.images.SmallerCopy;
import dev.andon.replay.Changed;
import dev.andon.replay.Picture;

/** Images for reports, made small. One thread. */
final class ReportImages implements AutoCloseable {

    /** Pixels of the longer side: what a card of the page shows on a dense screen. */
    private static final int LONGEST_SIDE = 800;

    private final InspectionImages images;
    private final Downscaler downscaler = new Downscaler();

    private ReportImages(InspectionImages images) {
        this.images = images;
    }

    static ReportImages of(AndonConfig config, Codecs codecs) {
        return new ReportImages(InspectionImages.of(config, codecs));
    }

    /** The image of a frame; empty where nobody has it any more. */
    Optional<Picture> of(Changed change) {
        Inspection renewed = change.renewed();
        return images.of(change.before()).or(() -> Optional.ofNullable(renewed).flatMap(images::of)).map(this::small);
    }

    private Picture small(LoadedImage.Loaded image) {
        Optional<SmallerCopy> copy = downscaler.copy(image, LONGEST_SIDE);
        return copy.map(small -> new Picture(small.contentType(), small.bytes()))
                .orElse(new Picture(image.contentType(), image.bytes()));
    }

    @Override
    public void close() {
        images.close();
    }
}
