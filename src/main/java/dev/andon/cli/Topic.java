package dev.andon.cli;

import java.util.Map;

import dev.andon.config.TopicsConfig;

import static java.util.Map.entry;

/** A topic by its name, and what its values are. */
record Topic(String name, Kind kind) {

    /** What values are. */
    enum Kind {
        FRAME, POLICY, INSPECTION, VERDICT, REVIEWED, THRESHOLDS, THRESHOLD_CHANGE, CAMERA_EVENT, DEAD_LETTER, OTHER
    }

    /** The topic that somebody means: one of ours with or without its prefix, or any other. */
    static Topic of(String text, TopicsConfig topics) {
        Map<String, Kind> ours = Map.ofEntries(entry(topics.frames(), Kind.FRAME),
                entry(topics.linePolicies(), Kind.POLICY), entry(topics.shadowPolicies(), Kind.POLICY),
                entry(topics.accepted(), Kind.INSPECTION), entry(topics.humanReview(), Kind.INSPECTION),
                entry(topics.shadow(), Kind.INSPECTION), entry(topics.verdicts(), Kind.VERDICT),
                entry(topics.reviewed(), Kind.REVIEWED), entry(topics.thresholds(), Kind.THRESHOLDS),
                entry(topics.thresholdChanges(), Kind.THRESHOLD_CHANGE),
                entry(topics.cameraEvents(), Kind.CAMERA_EVENT), entry(topics.deadLetters(), Kind.DEAD_LETTER));
        String name = ours.containsKey(text) || !ours.containsKey(topics.prefix() + text)
                ? text
                : topics.prefix() + text;
        return new Topic(name, ours.getOrDefault(name, Kind.OTHER));
    }
}
