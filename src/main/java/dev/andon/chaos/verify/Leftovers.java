package dev.andon.chaos.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.andon.chaos.clients.Consumers;
import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What must not be left when everything is quiet: frames in the ledger, and open transactions. One thread. */
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

    /** The committed ledger, as its changelog tells it. */
    void ledger(InstantSource clock) throws IOException, InterruptedException {
        String changelog = config.application().id() + "-inspect-in-flight-changelog";
        TreeSet<String> left = new TreeSet<>();
        new TopicReader(consumers, clock).read(changelog, record -> {
            String frame = config.topics().frames() + "-" + record.partition() + "@"
                    + ByteBuffer.wrap(record.key()).getLong();
            if (record.value() == null) {
                left.remove(frame);
            } else {
                left.add(frame);
            }
        });
        left.forEach(frame -> findings.add(Violation.LEDGER_NOT_EMPTY, frame));
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
