package dev.andon.cli;

import dev.andon.config.TopicsConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicTest {

    private static final TopicsConfig TOPICS = new TopicsConfig("mill.", 1, (short) 1);

    @Test
    void oursAreMeantWithAndWithoutTheirPrefix() {
        assertThat(Topic.of("accepted", TOPICS)).isEqualTo(new Topic("mill.accepted", Topic.Kind.INSPECTION));
        assertThat(Topic.of("threshold-changes", TOPICS))
                .isEqualTo(new Topic("mill.threshold-changes", Topic.Kind.THRESHOLD_CHANGE));
        assertThat(Topic.of("camera-events", TOPICS))
                .isEqualTo(new Topic("mill.camera-events", Topic.Kind.CAMERA_EVENT));
        assertThat(Topic.of("mill.frames", TOPICS)).isEqualTo(new Topic("mill.frames", Topic.Kind.FRAME));
    }

    @Test
    void othersAreMeantAsTheyAreWritten() {
        assertThat(Topic.of("orders", TOPICS)).isEqualTo(new Topic("orders", Topic.Kind.OTHER));
    }
}
