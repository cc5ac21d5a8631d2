package dev.andon.cli;

import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicState;
import org.apache.kafka.clients.admin.Admin;

/** The topic {@code frames} as those that bring images find it. */
final class FramesTopic {

    /** Room in a record for what stands beside the image. */
    private static final long BESIDES_THE_IMAGE = 16 << 10;

    private FramesTopic() {}

    /** Bytes of the largest image that may travel inside a record; ends the command where there is no such topic. */
    static long imageLimit(AndonConfig config) throws InterruptedException {
        String topic = config.topics().frames();
        try (Admin admin = Clients.admin(config)) {
            Map<String, TopicState> found = new TopicAdmin(admin).describe(List.of(topic));
            TopicState state = found.get(topic);
            if (state == null) {
                throw CommandFailure.failed("the topic " + topic + " does not exist: run andon topics create");
            }
            return Long.parseLong(state.settings().getOrDefault("max.message.bytes", "1048588")) - BESIDES_THE_IMAGE;
        }
    }
}
