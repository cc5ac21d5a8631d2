package dev.andon.cli;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Sha256;
import dev.andon.replay.images.Place;
import dev.andon.replay.reask.FrameFinder;
import dev.andon.replay.reask.Wanted;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of what stands on the topics. An image that travels with a record is given only if it has the recorded digest;
 * one at a uri stays there, and is checked by whoever reads it. One thread.
 */
final class RecordedFrames implements FrameFinder {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final RecordAt records;
    private final Codecs codecs;

    /** @param consumer of committed records, without a group; stays the caller's to close */
    RecordedFrames(Consumer<byte[], byte[]> consumer, Codecs codecs) {
        this.records = new RecordAt(consumer);
        this.codecs = codecs;
    }

    @Override
    public Optional<Frame> find(Wanted wanted) {
        return read(codecs.inspections(), wanted.at()).flatMap(inspection -> switch (wanted.image()) {
            case Place.InRecord(Position position) ->
                (position.equals(wanted.at()) ? Optional.of(inspection) : read(codecs.inspections(), position))
                        .map(Inspection::imageBytes).filter(image -> isOf(image, inspection))
                        .map(image -> frame(inspection, image.size(), new ImageSource.Inline(image)));
            case Place.At(var _, URI uri) -> Optional.of(frame(inspection, 0, new ImageSource.Reference(uri)));
            case Place.WithFrame(Position position) ->
                read(codecs.frames(), position).filter(frame -> isOf(frame, inspection));
        });
    }

    private <T> Optional<T> read(Codec<T> codec, Position position) {
        return records.read(position).filter(record -> record.value() != null)
                .flatMap(record -> switch (codec.decode(record.value())) {
                    case Decoding.Decoded<T>(T value) -> Optional.of(value);
                    case Decoding.Undecodable<T> _ -> Optional.empty();
                    case Decoding.RegistryAway<T>(String detail) -> throw Registry.away(detail);
                });
    }

    /** Another frame may stand there, if the topic was made anew. */
    private static boolean isOf(Frame frame, Inspection inspection) {
        boolean named = frame.id().equals(inspection.frame().frameId()) && frame.line().equals(inspection.line());
        return named && (frame.image() instanceof ImageSource.Inline(ImageBytes image)
                ? isOf(image, inspection)
                : frame.sha256().equals(inspection.image().sha256()));
    }

    private static boolean isOf(@Nullable ImageBytes image, Inspection inspection) {
        return image != null && Sha256.hex(image.array()).equals(inspection.image().sha256());
    }

    private static Frame frame(Inspection inspection, long size, ImageSource image) {
        Inspection.Subject subject = inspection.frame();
        FrameId id = Objects.requireNonNull(subject.frameId());
        return new Frame(id, inspection.line(), Objects.requireNonNull(subject.cameraId()), subject.stationId(),
                subject.unitId(), subject.workOrder(), subject.partNumber(),
                Objects.requireNonNull(inspection.times().captured()),
                inspection.imageType() == null ? UNKNOWN_TYPE : inspection.imageType(), size,
                inspection.image().sha256(), image, null);
    }
}
