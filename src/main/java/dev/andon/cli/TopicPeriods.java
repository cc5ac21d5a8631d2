package dev.andon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.RetentionConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicState;
import org.apache.kafka.clients.admin.Admin;

/** Whether topics keep their records for as long as images are to be kept: what no record refers to has no outcome. */
final class TopicPeriods {

    private static final String SETTING = "retention.ms";

    private TopicPeriods() {}

    /** Ends the command where an image would lose its outcome before its time is over. */
    static void check(AndonConfig config) throws InterruptedException {
        TopicsConfig topics = config.topics();
        RetentionConfig images = config.images().retention();
        try (Admin admin = Clients.admin(config)) {
            Map<String, TopicState> states = new TopicAdmin(admin)
                    .describe(List.of(topics.humanReview(), topics.reviewed(), topics.accepted()));
            states.forEach((topic, state) -> {
                check(state, "images.retention.notOk", images.notOk());
                if (topic.equals(topics.accepted())) {
                    check(state, "images.retention.accepted", images.accepted());
                } else {
                    check(state, "images.retention.held", images.held());
                }
            });
        }
    }

    private static void check(TopicState topic, String key, Duration period) {
        long kept = Long.parseLong(topic.settings().getOrDefault(SETTING, "-1"));
        if (kept >= 0 && kept < period.toMillis()) {
            throw CommandFailure.misused("the topic " + topic.name() + " keeps records for "
                    + TimeText.of(Duration.ofMillis(kept)) + ", and " + key + " is " + TimeText.of(period)
                    + ", but what became of an image is known by records alone: lower " + key + ", or raise " + SETTING
                    + " of the topic");
        }
    }
}
