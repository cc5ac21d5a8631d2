package dev.andon.chaos.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Consumers;
import dev.andon.chaos.feed.Entry;
import dev.andon.chaos.feed.Issued;
import dev.andon.chaos.verify.Records.Unreadable;
import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads all topics for a verification: one small record of each of theirs stays in memory. One thread. */
final class Reading {

    private static final int ATTEMPTS = 60;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** What makes a small record of one of Kafka's. */
    private interface Maker<T> {

        T make(ConsumerRecord<byte[], byte[]> record) throws Unreadable;
    }

    private final AndonConfig config;
    private final Consumers consumers;
    private final InstantSource clock;
    private final Pause pause;
    private final Records records;
    private final Findings findings = new Findings();

    Reading(AndonConfig config, Consumers consumers, Codecs codecs, InstantSource clock, Pause pause) {
        this.config = config;
        this.consumers = consumers;
        this.clock = clock;
        this.pause = pause;
        this.records = new Records(codecs, config.topics().deadLetters(), config.topics().partitions());
    }

    Verification verify(List<Entry> journal, List<Issued> policies) throws IOException, InterruptedException {
        List<String> results = List.of(config.topics().accepted(), config.topics().humanReview(),
                config.topics().deadLetters());
        Leftovers leftovers = new Leftovers(config, consumers, pause, findings);
        leftovers.transactions(results);
        leftovers.ledger(clock);
        List<Input> inputs = new ArrayList<>();
        read(config.topics().frames(), records::input, inputs);
        List<Output> outputs = new ArrayList<>();
        for (String topic : results) {
            read(topic, records::output, outputs);
        }
        return Verdicts.of(inputs, outputs, journal, policies, config.inspect().seenFramesPerLine(), findings);
    }

    private <T> void read(String topic, Maker<T> maker, List<T> into) throws IOException, InterruptedException {
        new TopicReader(consumers, clock).read(topic, record -> {
            try {
                into.add(patiently(maker, record));
            } catch (Unreadable broken) {
                findings.add(Violation.UNREADABLE_OUTPUT, String.valueOf(broken.getMessage()));
            }
        });
    }

    private <T> T patiently(Maker<T> maker, ConsumerRecord<byte[], byte[]> record)
            throws Unreadable, InterruptedException, IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return maker.make(record);
            } catch (Unreadable e) {
                if (!e.registryAway()) {
                    throw e;
                }
                pause.pause(BETWEEN);
            }
        }
        throw new IOException("the registry does not answer");
    }
}
