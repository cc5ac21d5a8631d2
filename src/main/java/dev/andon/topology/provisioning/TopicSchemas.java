package dev.andon.topology.provisioning;

import java.util.List;
import java.util.stream.Stream;

import dev.andon.avro.WrittenTopic;
import dev.andon.config.TopicsConfig;

/** Which schema the values of each topic have. Dead letters have none: they are what could not be read. */
public final class TopicSchemas {

    private TopicSchemas() {}

    /** Of every topic with values of ours. */
    public static List<WrittenTopic> all(TopicsConfig topics) {
        return Stream.of(inspectInputs(topics), inspectOutputs(topics), reviewInputs(topics), reviewOutputs(topics),
                cameraOutputs(topics), shadowInputs(topics), shadowOutputs(topics))
                .flatMap(List::stream).distinct().toList();
    }

    /** Of what the application that decides reads. */
    public static List<WrittenTopic> inspectInputs(TopicsConfig topics) {
        return List.of(frames(topics), policies(topics), thresholds(topics));
    }

    /** Of what it writes. */
    public static List<WrittenTopic> inspectOutputs(TopicsConfig topics) {
        return List.of(accepted(topics), humanReview(topics));
    }

    /** Of what the application that learns reads. */
    public static List<WrittenTopic> reviewInputs(TopicsConfig topics) {
        return List.of(humanReview(topics), accepted(topics), verdicts(topics), policies(topics));
    }

    /** Of what it writes. */
    public static List<WrittenTopic> reviewOutputs(TopicsConfig topics) {
        return List.of(new WrittenTopic(topics.reviewed(), WrittenTopic.Type.REVIEWED), thresholds(topics),
                new WrittenTopic(topics.thresholdChanges(), WrittenTopic.Type.THRESHOLD_CHANGE));
    }

    /** Of what is written where cameras run. */
    public static List<WrittenTopic> cameraOutputs(TopicsConfig topics) {
        return List.of(frames(topics), new WrittenTopic(topics.cameraEvents(), WrittenTopic.Type.CAMERA_EVENT));
    }

    /** Of what the application that tries candidates out reads. */
    public static List<WrittenTopic> shadowInputs(TopicsConfig topics) {
        return List.of(frames(topics), shadowPolicies(topics), thresholds(topics));
    }

    /** Of what it writes. */
    public static List<WrittenTopic> shadowOutputs(TopicsConfig topics) {
        return List.of(new WrittenTopic(topics.shadow(), WrittenTopic.Type.INSPECTION));
    }

    public static WrittenTopic frames(TopicsConfig topics) {
        return new WrittenTopic(topics.frames(), WrittenTopic.Type.FRAME);
    }

    public static WrittenTopic policies(TopicsConfig topics) {
        return new WrittenTopic(topics.linePolicies(), WrittenTopic.Type.LINE_POLICY);
    }

    public static WrittenTopic shadowPolicies(TopicsConfig topics) {
        return new WrittenTopic(topics.shadowPolicies(), WrittenTopic.Type.LINE_POLICY);
    }

    public static WrittenTopic verdicts(TopicsConfig topics) {
        return new WrittenTopic(topics.verdicts(), WrittenTopic.Type.VERDICT);
    }

    private static WrittenTopic accepted(TopicsConfig topics) {
        return new WrittenTopic(topics.accepted(), WrittenTopic.Type.INSPECTION);
    }

    public static WrittenTopic humanReview(TopicsConfig topics) {
        return new WrittenTopic(topics.humanReview(), WrittenTopic.Type.INSPECTION);
    }

    private static WrittenTopic thresholds(TopicsConfig topics) {
        return new WrittenTopic(topics.thresholds(), WrittenTopic.Type.LINE_THRESHOLDS);
    }
}
