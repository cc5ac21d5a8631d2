package dev.andon.chaos.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.avro.Codec;
import dev.andon.chaos.clients.Robust;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Labels;
import dev.andon.demo.DemoPolicies;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The policies of the lines, and every version that was ever written. Any thread. */
public final class Policies {

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Codec<LinePolicy> codec;
    private final InstantSource clock;

    @GuardedBy("this")
    private final List<Issued> issued = new ArrayList<>();

    @GuardedBy("this")
    private final Map<String, LinePolicy> latest = new LinkedHashMap<>();

    Policies(Producer<byte[], byte[]> producer, String topic, Codec<LinePolicy> codec, InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Writes the first policy of each line and waits until the brokers have them. Every second line embeds captions, as
     * the shipped policies do, and every second one of these learns its thresholds.
     */
    static Policies write(AndonConfig config, Codec<LinePolicy> codec, List<String> lines)
            throws IOException, InterruptedException {
        Policies policies = new Policies(Robust.producer(config, "andon-chaos-policies"),
                config.topics().linePolicies(), codec, InstantSource.system());
        List<Future<RecordMetadata>> written = new ArrayList<>();
        List<LinePolicy> examples = DemoPolicies.of(lines);
        for (int i = 0; i < examples.size(); i++) {
            LinePolicy first = Change.first(examples.get(i), i % 2 == 1);
            written.add(policies.send(i % 4 == 0 ? Change.learning(first) : first));
        }
        try {
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the policies cannot be written", e.getCause());
        }
        return policies;
    }

    /**
     * Writes the next version of a line's policy: another threshold, or another promise of one that is learnt, another N
     * with other waves, or another time limit. Does not wait for the brokers.
     *
     * @param random chooses the line and the change
     */
    public synchronized Issued change(RandomGenerator random) {
        List<LinePolicy> all = List.copyOf(latest.values());
        Future<RecordMetadata> _ = send(Change.next(all.get(random.nextInt(all.size())), random));
        return issued.getLast();
    }

    /** The labels of a recipe, which no change touches; empty where the line has no such recipe. */
    public synchronized Optional<Labels> labels(LineId line, String recipeId) {
        return Optional.ofNullable(latest.get(line.value())).flatMap(policy -> policy.recipes().stream()
                .filter(recipe -> recipe.id().equals(recipeId)).map(Recipe::labels).findFirst());
    }

    /** Every policy that was written, those of a line by version. */
    public synchronized List<Issued> issued() {
        return List.copyOf(issued);
    }

    void close(Duration limit) {
        producer.close(limit);
    }

    private synchronized Future<RecordMetadata> send(LinePolicy policy) {
        int number = issued.size();
        issued.add(new Issued(policy, clock.instant(), null));
        latest.put(policy.line().value(), policy);
        byte[] key = policy.line().value().getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(topic, key, codec.encode(policy)), (metadata, failure) -> {
            if (failure == null) {
                confirm(number, clock.instant());
            }
        });
    }

    private synchronized void confirm(int number, Instant now) {
        Issued known = issued.get(number);
        issued.set(number, new Issued(known.policy(), known.sent(), now));
    }
}
