package dev.andon.topology.state;

import java.time.LocalDate;
import java.util.OptionalDouble;

import dev.andon.schema.state.LineSpend;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What each line spent on the model today, by the frames that were decided: one entry per line, of its last day. Written in the
 * transaction that publishes the decision. One thread.
 *
 * <p>Days do not go back: where a clock does, the later day goes on.
 */
public final class LineSpending {

    private final ByLine<LineSpend> store;

    public LineSpending(KeyValueStore<String, LineSpend> store) {
        this.store = new ByLine<>(store);
    }

    /** What the line has spent on this day. */
    public Spent on(LocalDate day, String line) {
        LineSpend last = store.get(line);
        return last == null || last.getDay() < day.toEpochDay()
                ? Spent.NOTHING
                : new Spent(last.getCalls(), last.getTokens());
    }

    /** The line has spent so much more on this day. */
    public void add(LocalDate day, String line, Spent more) {
        if (more.equals(Spent.NOTHING)) {
            return;
        }
        LineSpend last = store.get(line);
        long latest = last == null ? day.toEpochDay() : Math.max(day.toEpochDay(), last.getDay());
        Spent all = on(day, line).plus(more);
        store.put(line, new LineSpend(latest, all.calls(), all.tokens()));
    }

    /** Tokens of a call of the line, on an average of its last day; empty where it has made none. */
    public OptionalDouble tokensPerCall(String line) {
        LineSpend last = store.get(line);
        return last == null || last.getCalls() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) last.getTokens() / last.getCalls());
    }
}
