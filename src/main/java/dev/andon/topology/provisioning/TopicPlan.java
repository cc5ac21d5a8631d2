package dev.andon.topology.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.config.TopicsConfig;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

/** The topics, and who needs which. {@code frames} stands first: the others are measured by it. */
public final class TopicPlan {

    private static final Duration FRAMES_KEPT = Duration.ofDays(3);
    private static final Duration INSPECTIONS_KEPT = Duration.ofDays(180);
    private static final Duration EVIDENCE_KEPT = Duration.ofDays(5 * 365);
    private static final Duration EVENTS_KEPT = Duration.ofDays(14);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(28);

    /** Frames wait in their topic while nothing runs, or reading lags behind; people and machines come for the others. */
    private static final Duration FRAMES_AT_LEAST = Duration.ofHours(1);
    private static final Duration OTHERS_AT_LEAST = Duration.ofDays(1);

    /** Kafka's own default for a batch: enough for records without images. */
    private static final long WITHOUT_IMAGE = 1_048_588;

    private TopicPlan() {}

    /** All of them. */
    public static List<TopicSpec> of(AndonConfig config) {
        return Stream.of(ofApplications(config), ofCameras(config), ofShadow(config)).flatMap(List::stream).distinct()
                .toList();
    }

    /** What the applications that decide and learn need. */
    public static List<TopicSpec> ofApplications(AndonConfig config) {
        TopicsConfig topics = config.topics();
        long review = config.images().inlineLimit().bytes() + WITHOUT_IMAGE;
        return List.of(frames(config),
                policies(topics),
                thresholds(topics),
                kept(topics, topics.accepted(), INSPECTIONS_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE),
                kept(topics, topics.humanReview(), INSPECTIONS_KEPT, OTHERS_AT_LEAST, review),
                kept(topics, topics.verdicts(), EVIDENCE_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE),
                kept(topics, topics.reviewed(), INSPECTIONS_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE),
                kept(topics, topics.thresholdChanges(), EVIDENCE_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE),
                deadLetters(config));
    }

    /** What is needed where cameras run. */
    public static List<TopicSpec> ofCameras(AndonConfig config) {
        TopicsConfig topics = config.topics();
        return List.of(frames(config),
                kept(topics, topics.cameraEvents(), EVENTS_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE).onItsOwn());
    }

    /** What is needed where candidates are tried out. */
    public static List<TopicSpec> ofShadow(AndonConfig config) {
        TopicsConfig topics = config.topics();
        return List.of(frames(config),
                compacted(topics, topics.shadowPolicies()),
                thresholds(topics),
                kept(topics, topics.shadow(), INSPECTIONS_KEPT, OTHERS_AT_LEAST, WITHOUT_IMAGE),
                deadLetters(config));
    }

    private static TopicSpec frames(AndonConfig config) {
        return kept(config.topics(), config.topics().frames(), FRAMES_KEPT, FRAMES_AT_LEAST,
                KafkaSettings.largestRecord(config.images()));
    }

    private static TopicSpec thresholds(TopicsConfig topics) {
        return compacted(topics, topics.thresholds());
    }

    private static TopicSpec deadLetters(AndonConfig config) {
        return kept(config.topics(), config.topics().deadLetters(), DEAD_LETTERS_KEPT, OTHERS_AT_LEAST,
                KafkaSettings.largestRecord(config.images()));
    }

    private static TopicSpec kept(TopicsConfig topics, String name, Duration time, Duration atLeast,
            long largestRecord) {
        Map<String, String> settings = settings(topics, CLEANUP_POLICY_DELETE, largestRecord);
        settings.put(RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
        return new TopicSpec(name, topics.partitions(), topics.replicationFactor(), true, false, largestRecord, atLeast,
                settings);
    }

    /** What a record was decided by is to be found as long as the record counts as evidence. */
    private static TopicSpec policies(TopicsConfig topics) {
        TopicSpec spec = compacted(topics, topics.linePolicies());
        Map<String, String> settings = new TreeMap<>(spec.settings());
        settings.put(MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(EVIDENCE_KEPT.toMillis()));
        return spec.withSettings(settings);
    }

    private static TopicSpec compacted(TopicsConfig topics, String name) {
        return new TopicSpec(name, topics.partitions(), topics.replicationFactor(), true, true, WITHOUT_IMAGE,
                Duration.ZERO, settings(topics, CLEANUP_POLICY_COMPACT, WITHOUT_IMAGE));
    }

    private static Map<String, String> settings(TopicsConfig topics, String cleanup, long largestRecord) {
        return new TreeMap<>(Map.of(CLEANUP_POLICY_CONFIG, cleanup,
                MAX_MESSAGE_BYTES_CONFIG, Long.toString(largestRecord),
                MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicTimes.TYPE,
                MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE),
                MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Duration.ofHours(1).toMillis()),
                MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, topics.replicationFactor() - 1))));
    }
}
