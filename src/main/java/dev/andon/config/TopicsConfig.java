package dev.andon.config;

/**
 * Names and provisioning of the topics.
 *
 * @param prefix            in front of every topic name; may be empty
 * @param partitions        of every topic; equal because applications read several together, but for camera-events
 * @param replicationFactor of every topic
 */
public record TopicsConfig(String prefix, int partitions, short replicationFactor) {

    /** Images from the cameras. */
    public String frames() {
        return prefix + "frames";
    }

    /** What people decide for the lines. */
    public String linePolicies() {
        return prefix + "line-policies";
    }

    /** What people try out beside them. */
    public String shadowPolicies() {
        return prefix + "shadow-policies";
    }

    /** Decisions for machines. */
    public String accepted() {
        return prefix + "accepted";
    }

    /** Frames for people. */
    public String humanReview() {
        return prefix + "human-review";
    }

    /** Decisions that nobody acts on, by what is tried out. */
    public String shadow() {
        return prefix + "shadow";
    }

    /** What people say of decisions. */
    public String verdicts() {
        return prefix + "verdicts";
    }

    /** Decisions with what was said of them. */
    public String reviewed() {
        return prefix + "reviewed";
    }

    /** Learnt thresholds by line. */
    public String thresholds() {
        return prefix + "thresholds";
    }

    /** How they changed. */
    public String thresholdChanges() {
        return prefix + "threshold-changes";
    }

    /** How the cameras are doing. */
    public String cameraEvents() {
        return prefix + "camera-events";
    }

    /** Records that could not be read, unchanged. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }
}
