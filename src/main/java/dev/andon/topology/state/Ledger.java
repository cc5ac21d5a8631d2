package dev.andon.topology.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.KeptSample;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The frames in flight of one partition. Written in the transaction that commits the input offset, and cleared in the
 * one that publishes the decision, so that a frame is in the input, in the ledger or in the output, and nowhere twice.
 * One thread.
 *
 * <p>What is put is written by {@link #flush}, once for all that was put of a frame since the last time: to be called before
 * the thread goes back to Kafka Streams, which may commit then.
 *
 * <p>An entry stands under the offset of its record. Where another record of the same offset comes, since the topic was
 * made anew, the entry of the old one is put aside, under a negative key.
 */
public final class Ledger {

    private final KeyValueStore<Long, InFlight> store;
    private final Map<LedgerEntry.Identity, Long> keys = new HashMap<>();
    private final Map<LedgerEntry.Identity, LedgerEntry> unwritten = new LinkedHashMap<>();

    public Ledger(KeyValueStore<Long, InFlight> store) {
        this.store = store;
        try (KeyValueIterator<Long, InFlight> all = store.all()) {
            all.forEachRemaining(one -> keys.put(identity(one.value), one.key));
        }
    }

    /** An entry, in place of the one of the same frame where there is one. */
    public void put(LedgerEntry entry) {
        unwritten.put(entry.identity(), entry);
    }

    /** Writes what was put. */
    public void flush() {
        unwritten.values().forEach(entry -> store.put(place(entry.identity()), write(entry)));
        unwritten.clear();
    }

    /** The frame is decided. Leaves what stands there for another record, of a topic that was made anew. */
    public void remove(LedgerEntry entry) {
        unwritten.remove(entry.identity());
        Long key = keys.remove(entry.identity());
        if (key != null) {
            store.delete(key);
        }
    }

    /** Whether the same record is in flight. */
    public boolean holds(LedgerEntry entry) {
        return unwritten.containsKey(entry.identity()) || keys.containsKey(entry.identity());
    }

    /** Every entry that is written: those that were put aside in this order, then the others by offset. */
    public List<LedgerEntry> entries() {
        List<LedgerEntry> old = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        try (KeyValueIterator<Long, InFlight> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Long, InFlight> next = all.next();
                (next.key < 0 ? old : entries).add(read(next.value));
            }
        }
        Collections.reverse(old);
        old.addAll(entries);
        return old;
    }

    /** The key of an entry; a new one takes that of its offset, and whoever is there makes room. */
    private long place(LedgerEntry.Identity identity) {
        Long key = keys.get(identity);
        if (key != null) {
            return key;
        }
        InFlight there = store.get(identity.offset());
        if (there != null) {
            putAside(there);
        }
        keys.put(identity, identity.offset());
        return identity.offset();
    }

    private void putAside(InFlight there) {
        long key = Math.min(0, Collections.min(keys.values())) - 1;
        keys.put(identity(there), key);
        store.put(key, there);
    }

    private static LedgerEntry.Identity identity(InFlight stored) {
        return new LedgerEntry.Identity(stored.getOffset(), stored.getSize(), stored.getCrc());
    }

    static InFlight write(LedgerEntry entry) {
        List<KeptSample> samples = entry.samples().stream()
                .map(s -> new KeptSample(s.index(), s.answer().value(), s.caption(), s.seed(), s.latency().toMillis(),
                        s.promptTokens(), s.completionTokens()))
                .toList();
        Position at = entry.position();
        return new InFlight(at.topic(), at.partition(), at.offset(), entry.lineKey(), entry.size(), entry.crc(),
                entry.receivedAt().toEpochMilli(), entry.recipeHash(), samples,
                entry.attempts().count(), entry.attempts().worker());
    }

    static LedgerEntry read(InFlight stored) {
        List<Sample> samples = stored.getSamples().stream()
                .map(s -> new Sample(s.getIndex(), new Answer(s.getAnswer()), s.getCaption(), s.getSeed(),
                        Duration.ofMillis(s.getLatencyMillis()), s.getPromptTokens(), s.getCompletionTokens()))
                .toList();
        Position position = new Position(stored.getTopic(), stored.getPartition(), stored.getOffset());
        return new LedgerEntry(position, stored.getLine(), stored.getSize(), stored.getCrc(),
                Instant.ofEpochMilli(stored.getReceivedAt()), stored.getRecipeHash(), samples,
                new Attempts(stored.getAttempts(), stored.getWorker()));
    }
}
