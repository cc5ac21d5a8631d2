package dev.andon.replay.reask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.LineId;

/**
 * Merges what was held and what was accepted on one partition into an order that keeps the order of every line and of both
 * topics, so that two offsets say how far a copy has come. Pure functions.
 *
 * <p>There is such an order: the one in which they were published. Of the two heads, one may go if nothing that its line had
 * before it waits in the other list; of two that may, the one that was decided first. What follows depends on what is left
 * alone, so that it can be begun anew from anywhere.
 */
final class LineOrder {

    private LineOrder() {}

    /** Of two lists, each in the order of its topic. */
    static List<Wanted> merge(List<Wanted> one, List<Wanted> other) {
        Map<LineId, Deque<Long>> waitingInOne = sequences(one);
        Map<LineId, Deque<Long>> waitingInOther = sequences(other);
        List<Wanted> merged = new ArrayList<>(one.size() + other.size());
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            boolean first = j == other.size() || (i < one.size()
                    && goesFirst(one.get(i), other.get(j), waitingInOne, waitingInOther));
            Wanted next = first ? one.get(i++) : other.get(j++);
            waiting(first ? waitingInOne : waitingInOther, next.line()).poll();
            merged.add(next);
        }
        return merged;
    }

    private static boolean goesFirst(Wanted one, Wanted other, Map<LineId, Deque<Long>> waitingInOne,
            Map<LineId, Deque<Long>> waitingInOther) {
        boolean may = mayGo(one, waitingInOther);
        return (may && mayGo(other, waitingInOne)) ? !one.decided().isAfter(other.decided()) : may;
    }

    private static boolean mayGo(Wanted head, Map<LineId, Deque<Long>> others) {
        Long next = waiting(others, head.line()).peek();
        return next == null || next > head.sequence();
    }

    private static Deque<Long> waiting(Map<LineId, Deque<Long>> sequences, LineId line) {
        return sequences.computeIfAbsent(line, _ -> new ArrayDeque<>());
    }

    private static Map<LineId, Deque<Long>> sequences(List<Wanted> list) {
        Map<LineId, Deque<Long>> sequences = new HashMap<>();
        list.forEach(wanted -> waiting(sequences, wanted.line()).add(wanted.sequence()));
        return sequences;
    }
}
