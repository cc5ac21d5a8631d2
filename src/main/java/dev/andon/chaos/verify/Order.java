package dev.andon.chaos.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Reason;
import dev.andon.demo.summary.LineOrder;
import dev.andon.demo.summary.LineOrder.Place;

/** Which outputs have a place in the order of their line, and whether that order is kept. Pure functions. */
final class Order {

    private Order() {}

    /** @param outputs those of a partition in their order */
    static void check(List<Output> outputs, Findings findings) {
        LineOrder.breaks(outputs.stream().filter(Order::counts).map(Order::place).toList())
                .forEach(text -> findings.add(Violation.OUT_OF_ORDER, text));
    }

    /** The records of each line that have to have a number. */
    static Map<String, List<Output>> lines(List<Output> outputs) {
        Map<String, List<Output>> lines = new LinkedHashMap<>();
        outputs.stream().filter(Order::counts)
                .forEach(each -> lines.computeIfAbsent(each.line(), line -> new ArrayList<>()).add(each));
        return lines;
    }

    static long sequence(Output output) {
        Long sequence = output.sequence();
        return sequence == null ? 0 : sequence;
    }

    /** Frames on a wrong partition, and those that could not be read, stand outside of the order. */
    private static boolean counts(Output output) {
        return output.kind() != Kind.DEAD_LETTER && output.reason() != Reason.WRONG_PARTITION;
    }

    private static Place place(Output output) {
        return new Place(output.line(), output.kind() == Kind.ACCEPTED, output.decides(), sequence(output),
                output.frame().offset(), output.toString());
    }
}
