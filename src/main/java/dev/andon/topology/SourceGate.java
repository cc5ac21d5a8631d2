package dev.andon.topology;

import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.topology.source.SourceAdmin;
import dev.andon.topology.source.SourceCheck;
import dev.andon.topology.source.SourceTopic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an application start only where reading can go on without passing over anything in silence. */
final class SourceGate {

    private static final Logger LOG = LoggerFactory.getLogger(SourceGate.class);

    private SourceGate() {}

    /**
     * Looks at the topics that the application reads, and remembers them.
     *
     * @param topics their names
     * @return the topics by name, in that order
     * @throws StartException if reading cannot go on as it is
     */
    static Map<String, SourceTopic> pass(AndonConfig config, String applicationId, List<String> topics)
            throws StartException, InterruptedException {
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-start"))) {
            SourceAdmin sources = new SourceAdmin(admin, applicationId);
            Map<String, SourceTopic> found = sources.topics(topics);
            Map<String, String> remembered = sources.remembered();
            List<String> problems = SourceCheck.problems(applicationId, found, remembered, sources.changelogs());
            if (!problems.isEmpty()) {
                throw new StartException(String.join("; ", problems), null);
            }
            SourceCheck.warnings(found, remembered).forEach(LOG::error);
            sources.remember(found.values());
            return found;
        } catch (KafkaException e) {
            throw new StartException("the topics cannot be looked at: " + e.getMessage()
                    + "; check kafka.bootstrap.servers and run 'andon topics check'", e);
        }
    }
}
