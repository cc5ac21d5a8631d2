package dev.andon.topology.inspect;

import dev.andon.config.TopicsConfig;

/**
 * The topics that the application reads and writes.
 *
 * @param frames      images from the cameras
 * @param policies    what it decides by
 * @param thresholds  learnt ones by line
 * @param accepted    takes what it accepts
 * @param humanReview takes what it holds
 * @param deadLetters takes what it cannot read
 */
public record InspectTopics(
        String frames,
        String policies,
        String thresholds,
        String accepted,
        String humanReview,
        String deadLetters) {

    /** Of the application that decides. */
    public static InspectTopics live(TopicsConfig topics) {
        return new InspectTopics(topics.frames(), topics.linePolicies(), topics.thresholds(), topics.accepted(),
                topics.humanReview(), topics.deadLetters());
    }

    /** Of the one that tries candidates out. */
    public static InspectTopics shadow(TopicsConfig topics) {
        return new InspectTopics(topics.frames(), topics.shadowPolicies(), topics.thresholds(), topics.shadow(),
                topics.shadow(), topics.deadLetters());
    }
}
