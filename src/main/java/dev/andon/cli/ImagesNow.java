package dev.andon.cli;

import java.io.IOException;

import dev.andon.app.ImageHome;
import dev.andon.app.Wiring;
import dev.andon.config.AndonConfig;
import dev.andon.images.Leads;
import dev.andon.replay.images.FramesKept;
import dev.andon.replay.images.ImageIndex;
import dev.andon.replay.images.Whereabouts;

/** Where the images of an installation are now. */
final class ImagesNow {

    private ImagesNow() {}

    /** Lists the image store; ends the command where that cannot be done. */
    static Whereabouts whereabouts(AndonConfig config, FolderOption folder, FramesKept frames) {
        try (ImageHome images = ImageHome.of(config.images())) {
            return new Whereabouts(ImageIndex.ofStore(images.stock()), folder.index(config),
                    new Leads(Wiring.access(config.images())), frames);
        } catch (IOException e) {
            throw CommandFailure.failed("images.store cannot be listed: " + e.getMessage());
        }
    }
}
