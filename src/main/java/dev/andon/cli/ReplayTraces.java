package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.replay.reask.Site;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What replays leave behind. One thread.
 *
 * @param topics    those that exist
 * @param groups    of the application, of its sources and of the copy, whether they exist or not
 * @param directory of its state
 */
record ReplayTraces(String name, Set<String> topics, List<String> groups, Path directory) {

    /** The names of all replays that have topics. */
    static Set<String> names(AndonConfig live, Admin admin) throws InterruptedException {
        String head = live.topics().prefix() + "replay.";
        Set<String> names = new TreeSet<>();
        for (String topic : existing(admin)) {
            if (topic.startsWith(head) && topic.endsWith(".frames")) {
                Optional.of(topic.substring(head.length(), topic.length() - ".frames".length())).filter(Site::isName)
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    /** Those of one replay. */
    static ReplayTraces of(AndonConfig live, String name, Admin admin) throws InterruptedException {
        AndonConfig config = Site.of(live, name, 1).config();
        TopicsConfig topics = config.topics();
        String application = config.application().id() + "-inspect";
        Set<String> ours = new HashSet<>(List.of(topics.frames(), topics.linePolicies(), topics.thresholds(),
                topics.accepted(), topics.humanReview(), topics.deadLetters()));
        StateStores.builders().forEach(store -> ours.add(application + "-" + store.name() + "-changelog"));
        Set<String> found = new TreeSet<>(existing(admin));
        found.retainAll(ours);
        return new ReplayTraces(name, found,
                List.of(application, application + "-sources", config.application().id()),
                config.application().stateDir());
    }

    /** Deletes them: the groups first, since one that runs cannot be deleted. */
    void delete(Admin admin) throws IOException, InterruptedException {
        for (KafkaFuture<Void> deleted : admin.deleteConsumerGroups(groups).deletedGroups().values()) {
            await(deleted);
        }
        for (KafkaFuture<Void> deleted : admin.deleteTopics(topics).topicNameValues().values()) {
            await(deleted);
        }
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void await(KafkaFuture<Void> deleted) throws InterruptedException {
        try {
            deleted.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case GroupIdNotFoundException _,UnknownTopicOrPartitionException _ -> {
                    // Gone already.
                }
                case GroupNotEmptyException _ -> throw CommandFailure.failed("the replay " + name
                        + " runs still, or was killed within the last seconds: end it with Ctrl-C, or wait a little");
                case KafkaException refused -> throw refused;
                case null, default -> throw new KafkaException(e.getCause());
            }
        }
    }

    private static Set<String> existing(Admin admin) throws InterruptedException {
        try {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        }
    }
}
