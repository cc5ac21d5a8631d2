package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Hindsight;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What changed policies would have made of the frames that were decided in the last day, by what stands on the topics. One thread. */
final class LastDay {

    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, List<Effect>> effects = new HashMap<>();
    private final Codecs codecs;
    private @Nullable String failure;

    private LastDay(Codecs codecs) {
        this.codecs = codecs;
    }

    /** The last day before {@code now} under these changes. Reads nothing where nothing can be told. */
    static LastDay under(List<PolicyChange> changes, AndonConfig config, Codecs codecs, Instant now) {
        LastDay day = new LastDay(codecs);
        changes.forEach(day::add);
        if (day.effects.values().stream().flatMap(List::stream).anyMatch(Effect::looks)) {
            day.read(config, now.minus(DAY));
        }
        return day;
    }

    /** One sentence for each changed recipe of a line. */
    List<String> effectsOn(LineId line) {
        return effects.getOrDefault(line.value(), List.of()).stream()
                .map(effect -> failure == null || !effect.looks() ? effect.text() : "cannot be told: " + failure)
                .distinct().toList();
    }

    private void add(PolicyChange change) {
        LinePolicy current = change.current();
        if (current == null) {
            return;
        }
        List<Effect> ofLine = new ArrayList<>();
        for (Recipe next : change.next().recipes()) {
            Optional<Recipe> old = current.recipes().stream().filter(each -> each.id().equals(next.id())).findFirst();
            old.filter(each -> !each.equals(next)).ifPresent(
                    each -> ofLine.add(new Effect(next.id(), new Hindsight(each, change.next(), next))));
        }
        effects.put(change.next().line().value(), ofLine);
    }

    /** A policy can be changed by who may not read, or before there is anything to read. */
    private void read(AndonConfig config, Instant since) {
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            for (String topic : List.of(config.topics().accepted(), config.topics().humanReview())) {
                TopicReader reader = new TopicReader(consumer, topic);
                reader.seekTo(since);
                reader.eachToEnd(this::take);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (CommandFailure | KafkaException e) {
            failure = e.getMessage();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        List<Effect> concerned = record.key() == null
                ? List.of()
                : effects.getOrDefault(new String(record.key(), StandardCharsets.UTF_8), List.of());
        if (concerned.isEmpty()) {
            return;
        }
        Inspection inspection = Decoded.value(codecs.inspections(), record);
        if (inspection.purpose() != Purpose.AUDIT) {
            concerned.forEach(effect -> effect.look(inspection));
        }
    }
}
