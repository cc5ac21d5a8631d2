package dev.andon.topology.provisioning;

import java.util.List;
import java.util.Map;

import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.config.TopicsConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicSchemasTest {

    @Test
    void everyTopicButTheDeadLettersHasOne() {
        AndonConfig config = ConfigLoader.load(null, Map.of(), List.of("topics.prefix=t.")).orElse(problems -> {
            throw new IllegalStateException(problems.toString());
        });
        List<String> planned = TopicPlan.of(config).stream().map(TopicSpec::name).toList();

        List<String> written = TopicSchemas.all(config.topics()).stream().map(WrittenTopic::topic).toList();

        assertThat(planned).containsAll(written);
        assertThat(written).hasSize(planned.size() - 1).doesNotContain(config.topics().deadLetters())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatOneApplicationWritesTheOtherReads() {
        TopicsConfig topics = new TopicsConfig("t.", 1, (short) 1);

        assertThat(TopicSchemas.reviewInputs(topics)).containsAll(TopicSchemas.inspectOutputs(topics));
        assertThat(TopicSchemas.inspectInputs(topics)).extracting(WrittenTopic::topic)
                .containsExactly("t.frames", "t.line-policies", "t.thresholds");
        assertThat(TopicSchemas.reviewOutputs(topics)).extracting(WrittenTopic::topic)
                .containsExactly("t.reviewed", "t.thresholds", "t.threshold-changes");
        assertThat(TopicSchemas.cameraOutputs(topics)).containsAll(List.of(TopicSchemas.frames(topics)))
                .extracting(WrittenTopic::topic).containsExactly("t.frames", "t.camera-events");
        assertThat(TopicSchemas.shadowInputs(topics)).extracting(WrittenTopic::topic)
                .containsExactly("t.frames", "t.shadow-policies", "t.thresholds");
        assertThat(TopicSchemas.shadowOutputs(topics)).extracting(WrittenTopic::topic).containsExactly("t.shadow");
    }
}
