package dev.andon.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.andon.avro.Codecs;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts the frames that an installation has decided about, by what it committed. One thread. */
final class DecidedFrames {

    private record Key(LineId line, @Nullable FrameId frame) {}

    private final Consumer<byte[], byte[]> consumer;
    private final Codecs codecs;
    private final Set<Key> decided = new HashSet<>();

    /** @param consumer of committed records, without a group; stays the caller's to close */
    DecidedFrames(Consumer<byte[], byte[]> consumer, Codecs codecs, TopicsConfig topics) {
        this.consumer = consumer;
        this.codecs = codecs;
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < topics.partitions(); partition++) {
            partitions.add(new TopicPartition(topics.accepted(), partition));
            partitions.add(new TopicPartition(topics.humanReview(), partition));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many there are, an audit copy and its original counted once; waits so long for more. */
    long look(Duration wait) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            Inspection inspection = Decoded.value(codecs.inspections(), record);
            decided.add(new Key(inspection.line(), inspection.frame().frameId()));
        }
        return decided.size();
    }
}
