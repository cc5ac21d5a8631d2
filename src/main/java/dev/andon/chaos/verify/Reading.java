package dev.andon.chaos.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Consumers;
import dev.andon.chaos.verify.Records.Unreadable;
import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
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
        this.records = new Records(codecs, config.topics());
    }

    Verification verify(Sent sent) throws IOException, InterruptedException {
        TopicsConfig topics = config.topics();
        List<String> results = List.of(topics.accepted(), topics.humanReview(), topics.deadLetters());
        Leftovers leftovers = new Leftovers(config, consumers, pause, findings);
        leftovers.transactions(Stream.concat(results.stream(),
                Stream.of(topics.reviewed(), topics.thresholds(), topics.thresholdChanges())).toList());
        leftovers.stores(clock);
        List<Output> outputs = new ArrayList<>();
        for (String topic : results) {
            outputs.addAll(read(topic, records::output));
        }
        Contents contents = new Contents(read(topics.frames(), records::input), outputs,
                read(topics.verdicts(), records::ballot), read(topics.reviewed(), records::reviewed),
                new Learnt(read(topics.thresholdChanges(), records::change),
                        read(topics.thresholds(), records::thresholds),
                        read(topics.thresholdChanges(), records::change)));
        return Comparison.of(contents, sent, config.inspect().seenFramesPerLine(), findings);
    }

    private <T> List<T> read(String topic, Maker<T> maker) throws IOException, InterruptedException {
        List<T> read = new ArrayList<>();
        new TopicReader(consumers, clock).read(topic, record -> {
            try {
                read.add(patiently(maker, record));
            } catch (Unreadable broken) {
                findings.add(Violation.UNREADABLE_OUTPUT, String.valueOf(broken.getMessage()));
            }
        });
        return read;
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
