package dev.andon.cli;

import java.util.Map;

import dev.andon.config.TopicsConfig;

/** A topic by its name, and what its values are. */
record Topic(String name, Kind kind) {

    /** What values are. */
    enum Kind {
        FRAME, POLICY, INSPECTION, VERDICT, REVIEWED, THRESHOLDS, THRESHOLD_CHANGE, CAMERA_EVENT, DEAD_LETTER, OTHER
    }

    /** The topic that somebody means: one of ours with or without its prefix, or any other. */
    static Topic of(String text, TopicsConfig topics) {
        Map<String, Kind> ours = Map.of(topics.frames(), Kind.FRAME, topics.linePolicies(), Kind.POLICY,
                topics.accepted(), Kind.INSPECTION, topics.humanReview(), Kind.INSPECTION, topics.verdicts(),
                Kind.VERDICT, topics.reviewed(), Kind.REVIEWED, topics.thresholds(), Kind.THRESHOLDS,
                topics.thresholdChanges(), Kind.THRESHOLD_CHANGE, topics.cameraEvents(), Kind.CAMERA_EVENT,
                topics.deadLetters(), Kind.DEAD_LETTER);
        String name = ours.containsKey(text) || !ours.containsKey(topics.prefix() + text)
                ? text
                : topics.prefix() + text;
        return new Topic(name, ours.getOrDefault(name, Kind.OTHER));
    }
}
