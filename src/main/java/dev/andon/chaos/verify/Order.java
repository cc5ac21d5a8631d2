package dev.andon.chaos.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Reason;

/**
 * The order of each line. Within each output topic both the sequence and the offsets of the frames rise; over the topics
 * together the sequence counts 1, 2, 3, … in the order of the offsets. Audit copies share the order of their topic but
 * do not count. Frames on a wrong partition stand outside of it.
 */
final class Order {

    private final Findings findings;

    private Order(Findings findings) {
        this.findings = findings;
    }

    /** @param outputs those of a partition in their order */
    static void check(List<Output> outputs, Findings findings) {
        Order order = new Order(findings);
        lines(outputs).values().forEach(order::line);
    }

    /** The records of each line that have to have a number. */
    static Map<String, List<Output>> lines(List<Output> outputs) {
        Map<String, List<Output>> lines = new LinkedHashMap<>();
        outputs.stream().filter(each -> each.kind() != Kind.DEAD_LETTER && each.reason() != Reason.WRONG_PARTITION)
                .forEach(each -> lines.computeIfAbsent(each.line(), line -> new ArrayList<>()).add(each));
        return lines;
    }

    static long sequence(Output output) {
        Long sequence = output.sequence();
        return sequence == null ? 0 : sequence;
    }

    private void line(List<Output> own) {
        rising(own.stream().filter(each -> each.kind() == Kind.ACCEPTED).toList());
        rising(own.stream().filter(each -> each.kind() != Kind.ACCEPTED).toList());
        long expected = 1;
        for (Output each : own.stream().filter(Output::decides)
                .sorted(Comparator.comparingLong(each -> each.frame().offset())).toList()) {
            if (sequence(each) != expected) {
                findings.add(Violation.OUT_OF_ORDER, "sequence " + expected + " is due: " + each);
            }
            expected = sequence(each) + 1;
        }
    }

    private void rising(List<Output> own) {
        for (int i = 1; i < own.size(); i++) {
            Output before = own.get(i - 1);
            Output each = own.get(i);
            if (sequence(each) <= sequence(before) || each.frame().offset() <= before.frame().offset()) {
                findings.add(Violation.OUT_OF_ORDER, each + " stands behind " + before);
            }
        }
    }
}
