package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import dev.andon.demo.summary.LineOrder.Place;
import dev.andon.demo.summary.OutputRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether every frame has exactly one decision, in order.
 *
 * @param lost       frames without a decision
 * @param duplicated decisions and audit copies beyond the first of their frame, and those that belong to no frame that
 *                   was sent
 * @param outOfOrder records that break an order: see {@link LineOrder}
 * @param examples   the first few of each, for people
 */
public record Verification(int lost, int duplicated, int outOfOrder, List<String> examples) {

    private static final int EXAMPLES = 10;

    public Verification {
        examples = List.copyOf(examples);
    }

    public boolean clean() {
        return lost == 0 && duplicated == 0 && outOfOrder == 0;
    }

    /**
     * Compares what was sent with what was read back.
     *
     * @param read in the order in which each line's records stand in each topic
     */
    public static Verification of(List<SentFrame> sent, List<OutputRecord> read) {
        List<String> lost = lost(sent, read);
        List<String> duplicated = duplicated(sent, read);
        List<String> outOfOrder = outOfOrder(read);
        List<String> examples = new ArrayList<>();
        List.of(lost, duplicated, outOfOrder).forEach(list -> list.stream().limit(EXAMPLES).forEach(examples::add));
        return new Verification(lost.size(), duplicated.size(), outOfOrder.size(), examples);
    }

    /** Frames on a wrong partition, and those that could not be read, stand outside of the order. */
    private static List<String> outOfOrder(List<OutputRecord> read) {
        return LineOrder.breaks(read.stream()
                .filter(each -> each.kind() != Kind.DEAD_LETTER && each.reason() != Reason.WRONG_PARTITION)
                .map(Verification::place).toList()).stream().map(text -> "out of order: " + text).toList();
    }

    private static Place place(OutputRecord each) {
        Long sequence = each.sequence();
        return new Place(each.line(), each.kind() == Kind.ACCEPTED, each.decides(), sequence == null ? 0 : sequence,
                each.frame().offset(), describe(each));
    }

    private static List<String> lost(List<SentFrame> sent, List<OutputRecord> read) {
        Set<Position> decided = read.stream().filter(OutputRecord::decides).map(OutputRecord::frame)
                .collect(Collectors.toSet());
        return sent.stream().filter(frame -> !decided.contains(frame.position()))
                .map(frame -> "lost: " + frame.frameId() + " at " + frame.position()).toList();
    }

    private static List<String> duplicated(List<SentFrame> sent, List<OutputRecord> read) {
        Map<Position, SentFrame> byPosition = sent.stream()
                .collect(Collectors.toMap(SentFrame::position, Function.identity()));
        Set<Position> decided = new HashSet<>();
        Set<Position> audited = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (OutputRecord each : read) {
            boolean first = (each.decides() ? decided : audited).add(each.frame());
            if (!belongs(each, byPosition.get(each.frame()))) {
                found.add("belongs to no frame that was sent: " + describe(each));
            } else if (!first) {
                found.add("more than one: " + describe(each));
            }
        }
        return found;
    }

    private static boolean belongs(OutputRecord each, @Nullable SentFrame frame) {
        if (frame == null) {
            return false;
        }
        boolean named = each.kind() == Kind.DEAD_LETTER || each.line().equals(frame.line());
        return named && (each.frameId() == null || each.frameId().equals(frame.frameId()));
    }

    static String describe(OutputRecord each) {
        return each.kind() + " of " + each.frameId() + " at " + each.frame() + ", line " + each.line() + " sequence "
                + each.sequence();
    }
}
