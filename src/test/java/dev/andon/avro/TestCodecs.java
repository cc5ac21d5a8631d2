package dev.andon.avro;

import java.util.List;

/** Codecs that are ready for writing. */
final class TestCodecs {

    static final List<WrittenTopic> TOPICS = List.of(new WrittenTopic("frames", WrittenTopic.Type.FRAME),
            new WrittenTopic("accepted", WrittenTopic.Type.INSPECTION),
            new WrittenTopic("human-review", WrittenTopic.Type.INSPECTION),
            new WrittenTopic("line-policies", WrittenTopic.Type.LINE_POLICY),
            new WrittenTopic("verdicts", WrittenTopic.Type.VERDICT),
            new WrittenTopic("reviewed", WrittenTopic.Type.REVIEWED),
            new WrittenTopic("thresholds", WrittenTopic.Type.LINE_THRESHOLDS),
            new WrittenTopic("threshold-changes", WrittenTopic.Type.THRESHOLD_CHANGE),
            new WrittenTopic("camera-events", WrittenTopic.Type.CAMERA_EVENT));

    private TestCodecs() {}

    static Codecs prepared(SchemaRegistry registry) {
        Codecs codecs = new Codecs(registry);
        if (!(codecs.prepare(TOPICS, true) instanceof Preparation.Ready)) {
            throw new IllegalStateException("not prepared");
        }
        return codecs;
    }
}
