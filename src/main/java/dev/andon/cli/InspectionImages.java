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
import dev.andon.images.ImageLoader;
import dev.andon.images.ImageStore;
import dev.andon.images.LoadedImage;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The images of recorded inspections: from the record for people, the image store, or the topic of the frames, as long as one of
 * them has it. One thread.
 */
final class InspectionImages implements AutoCloseable {

    private final Codecs codecs;
    private final Consumer<byte[], byte[]> consumer;
    private final RecordAt records;
    private final ImageHome home;
    private final ImageLoader loader;

    private InspectionImages(Codecs codecs, Consumer<byte[], byte[]> consumer, ImageHome home, ImageLoader loader) {
        this.codecs = codecs;
        this.consumer = consumer;
        this.records = new RecordAt(consumer);
        this.home = home;
        this.loader = loader;
    }

    static InspectionImages of(AndonConfig config, Codecs codecs) {
        ImageHome home = ImageHome.of(config.images());
        return new InspectionImages(codecs, Clients.consumer(config), home, Wiring.reader(config.images(), home));
    }

    /** Where images are kept. */
    ImageStore store() {
        return home.store();
    }

    /** From where it is first found: who keeps it by uri may have lost it, or may not be asked, while its topic has it still. */
    Optional<LoadedImage.Loaded> of(Inspection inspection) {
        return carried(inspection).or(() -> kept(inspection)).or(() -> inItsTopic(inspection));
    }

    private Optional<LoadedImage.Loaded> carried(Inspection inspection) {
        return Optional.ofNullable(inspection.imageBytes())
                .flatMap(bytes -> load(frame(inspection, new ImageSource.Inline(bytes))));
    }

    private Optional<LoadedImage.Loaded> kept(Inspection inspection) {
        return Optional.ofNullable(inspection.image().uri())
                .flatMap(uri -> load(frame(inspection, new ImageSource.Reference(uri))));
    }

    private Optional<LoadedImage.Loaded> inItsTopic(Inspection inspection) {
        return records.read(inspection.image().position())
                .flatMap(record -> codecs.frames().decode(record.value()) instanceof Decoding.Decoded<Frame>(var frame)
                        ? Optional.of(frame)
                        : Optional.empty())
                .filter(frame -> frame.id().equals(inspection.frame().frameId())).flatMap(this::load);
    }

    private Optional<LoadedImage.Loaded> load(Frame frame) {
        return loader.load(frame) instanceof LoadedImage.Loaded image ? Optional.of(image) : Optional.empty();
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
