package dev.andon.cli;

import java.util.Optional;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds inspections among the newest on their topics: those for people first. One thread. */
final class InspectionSearch {

    /** Offsets of each partition that are looked at. */
    private static final int MOST = 10_000;

    private final AndonConfig config;
    private final Codecs codecs;

    InspectionSearch(AndonConfig config, Codecs codecs) {
        this.config = config;
        this.codecs = codecs;
    }

    /** The inspection of this id; ends the command where it is not found. */
    Inspection find(String id) {
        return among(config.topics().humanReview(), id).or(() -> among(config.topics().accepted(), id))
                .orElseThrow(() -> CommandFailure.failed("inspection " + id + " is not among the newest "
                        + Listing.count(MOST, "record") + " of each partition of " + config.topics().humanReview()
                        + " and " + config.topics().accepted() + ": check the id, or say --line LINE, so that nothing"
                        + " has to be looked up"));
    }

    private Optional<Inspection> among(String topic, String id) {
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            return new TopicReader(consumer, topic).newest(MOST, record -> inspection(record)
                    .filter(inspection -> inspection.id().equals(id)));
        }
    }

    /** Whatever else stands there was not written by this program. */
    private Optional<Inspection> inspection(ConsumerRecord<byte[], byte[]> record) {
        return switch (codecs.inspections().decode(record.value())) {
            case Decoding.Decoded<Inspection>(Inspection inspection) -> Optional.of(inspection);
            case Decoding.Undecodable<Inspection> _ -> Optional.empty();
            case Decoding.RegistryAway<Inspection>(String detail) -> throw Registry.away(detail);
        };
    }
}
