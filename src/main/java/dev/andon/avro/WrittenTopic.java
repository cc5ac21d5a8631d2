package dev.andon.avro;

/**
 * A topic that is going to be written.
 *
 * @param topic its full name
 * @param type  what its values are
 */
public record WrittenTopic(String topic, Type type) {

    /** The types of values. */
    public enum Type {
        FRAME, INSPECTION, LINE_POLICY, VERDICT, REVIEWED, LINE_THRESHOLDS, THRESHOLD_CHANGE, CAMERA_EVENT
    }

    /** By the TopicName strategy. */
    String subject() {
        return topic + "-value";
    }
}
