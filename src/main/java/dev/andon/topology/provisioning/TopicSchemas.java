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
        return Stream.concat(inputs(topics).stream(), outputs(topics).stream()).toList();
    }

    /** Of what the application that decides reads. */
    public static List<WrittenTopic> inputs(TopicsConfig topics) {
        return List.of(frames(topics), policies(topics));
    }

    /** Of what it writes. */
    public static List<WrittenTopic> outputs(TopicsConfig topics) {
        return List.of(new WrittenTopic(topics.accepted(), WrittenTopic.Type.INSPECTION),
                new WrittenTopic(topics.humanReview(), WrittenTopic.Type.INSPECTION));
    }

    public static WrittenTopic frames(TopicsConfig topics) {
        return new WrittenTopic(topics.frames(), WrittenTopic.Type.FRAME);
    }

    public static WrittenTopic policies(TopicsConfig topics) {
        return new WrittenTopic(topics.linePolicies(), WrittenTopic.Type.LINE_POLICY);
    }
}
