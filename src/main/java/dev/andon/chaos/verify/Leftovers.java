package dev.andon.chaos.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import dev.andon.chaos.clients.Consumers;
import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What must not be left when everything is quiet: what waits in stores, and open transactions. One thread. */
final class Leftovers {

    /** A transaction without an owner is ended by the brokers after its timeout, 10 s by default. */
    private static final int LOOKS = 30;
    private static final String ENDS = "andon-chaos-ends";
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final AndonConfig config;
    private final Consumers consumers;
    private final Pause pause;
    private final Findings findings;

    Leftovers(AndonConfig config, Consumers consumers, Pause pause, Findings findings) {
        this.config = config;
        this.consumers = consumers;
        this.pause = pause;
        this.findings = findings;
    }

    /** What the stores still have, as their changelogs tell it, where they have to be empty. */
    void stores(InstantSource clock) throws IOException, InterruptedException {
        store("inspect-in-flight", Violation.LEDGER_NOT_EMPTY, clock, record -> config.topics().frames() + "-"
                + record.partition() + "@" + ByteBuffer.wrap(record.key()).getLong());
        store("review-early-verdicts", Violation.EARLY_VERDICT_LEFT, clock,
                record -> new String(record.key(), StandardCharsets.UTF_8));
    }

    /** @param name what an entry stands for, by its key */
    private void store(String store, Violation violation, InstantSource clock,
            Function<ConsumerRecord<byte[], byte[]>, String> name) throws IOException, InterruptedException {
        TreeSet<String> left = new TreeSet<>();
        new TopicReader(consumers, clock).read(config.application().id() + "-" + store + "-changelog", record -> {
            if (record.value() == null) {
                left.remove(name.apply(record));
            } else {
                left.add(name.apply(record));
            }
        });
        left.forEach(entry -> findings.add(violation, entry));
    }

    /** Waits until the end of each partition can be seen by readers of committed records. */
    void transactions(List<String> topics) throws InterruptedException {
        try (Consumer<byte[], byte[]> committed = consumers.open(ENDS, "read_committed");
                Consumer<byte[], byte[]> all = consumers.open(ENDS, "read_uncommitted")) {
            for (String topic : topics) {
                List<TopicPartition> partitions = Consumers.partitions(all, topic);
                for (int look = 0; look < LOOKS && !open(partitions, committed, all).isEmpty(); look++) {
                    pause.pause(BETWEEN);
                }
                open(partitions, committed, all)
                        .forEach(partition -> findings.add(Violation.TRANSACTION_OPEN, partition.toString()));
            }
        }
    }

    private static List<TopicPartition> open(List<TopicPartition> partitions, Consumer<?, ?> committed,
            Consumer<?, ?> all) {
        Map<TopicPartition, Long> ends = all.endOffsets(partitions);
        Map<TopicPartition, Long> visible = committed.endOffsets(partitions);
        return partitions.stream().filter(each -> visible.getOrDefault(each, 0L) < ends.getOrDefault(each, 0L))
                .toList();
    }
}
