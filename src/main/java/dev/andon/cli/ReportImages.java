package dev.andon.cli;

import java.util.Objects;
import java.util.Optional;

import dev.andon.app.ImageHome;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.images.Downscaler;
import dev.andon.images.ImageLoader;
import dev.andon.images.LoadedImage;
import dev.andon.images.SmallerCopy;
import dev.andon.replay.Changed;
import dev.andon.replay.Picture;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Images for reports, made small: from the record for people, the image store, or the topic of the frames, as long as one of them
 * has it. One thread.
 */
final class ReportImages implements AutoCloseable {

    /** Pixels of the longer side: what a card of the page shows on a dense screen. */
    private static final int LONGEST_SIDE = 800;

    private final Codecs codecs;
    private final Consumer<byte[], byte[]> consumer;
    private final ImageHome home;
    private final ImageLoader loader;
    private final Downscaler downscaler = new Downscaler();

    private ReportImages(Codecs codecs, Consumer<byte[], byte[]> consumer, ImageHome home, ImageLoader loader) {
        this.codecs = codecs;
        this.consumer = consumer;
        this.home = home;
        this.loader = loader;
    }

    static ReportImages of(AndonConfig config, Codecs codecs) {
        ImageHome home = ImageHome.of(config.images());
        return new ReportImages(codecs, Clients.consumer(config), home,
                Wiring.reader(config.images(), home));
    }

    /** The image of a frame; empty where nobody has it any more. */
    Optional<Picture> of(Changed change) {
        Inspection renewed = change.renewed();
        return of(change.before()).or(() -> Optional.ofNullable(renewed).flatMap(this::of));
    }

    /** From where it is first found: who keeps it by uri may have lost it, or may not be asked, while its topic has it still. */
    private Optional<Picture> of(Inspection inspection) {
        return carried(inspection).or(() -> kept(inspection)).or(() -> inItsTopic(inspection));
    }

    private Optional<Picture> carried(Inspection inspection) {
        return Optional.ofNullable(inspection.imageBytes())
                .flatMap(bytes -> load(frame(inspection, new ImageSource.Inline(bytes))));
    }

    private Optional<Picture> kept(Inspection inspection) {
        return Optional.ofNullable(inspection.image().uri())
                .flatMap(uri -> load(frame(inspection, new ImageSource.Reference(uri))));
    }

    private Optional<Picture> inItsTopic(Inspection inspection) {
        return new RecordAt(consumer).read(inspection.image().position())
                .flatMap(record -> codecs.frames().decode(record.value()) instanceof Decoding.Decoded<Frame>(var frame)
                        ? Optional.of(frame)
                        : Optional.empty())
                .filter(frame -> frame.id().equals(inspection.frame().frameId())).flatMap(this::load);
    }

    private Optional<Picture> load(Frame frame) {
        return loader.load(frame) instanceof LoadedImage.Loaded image ? Optional.of(picture(image)) : Optional.empty();
    }

    private Picture picture(LoadedImage.Loaded image) {
        Optional<SmallerCopy> copy = downscaler.copy(image, LONGEST_SIDE);
        return copy.map(small -> new Picture(small.contentType(), small.bytes()))
                .orElse(new Picture(image.contentType(), image.bytes()));
    }

    private static Frame frame(Inspection inspection, ImageSource source) {
        Inspection.Subject subject = inspection.frame();
        return new Frame(Objects.requireNonNull(subject.frameId()), inspection.line(),
                Objects.requireNonNullElse(subject.cameraId(), ""), null, null, null, null,
                inspection.times().received(), Objects.requireNonNullElse(inspection.imageType(), ""), 0,
                inspection.image().sha256(), source, null);
    }

    @Override
    public void close() {
        loader.close();
        home.close();
        consumer.close();
    }
}
