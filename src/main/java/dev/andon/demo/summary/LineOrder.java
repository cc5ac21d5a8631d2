package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import dev.andon.demo.summary.OutputRecord.Kind;

/**
 * The order of a line's records. Within each output topic both the sequence and the offsets of the frames rise; over the
 * topics together the sequence counts 1, 2, 3, … in the order of the offsets. Audit copies and decisions share a topic
 * and its order, but only decisions count.
 */
final class LineOrder {

    private LineOrder() {}

    /** A sentence per record that breaks an order. */
    static List<String> breaks(List<OutputRecord> read) {
        List<String> found = new ArrayList<>();
        perLine(read.stream().filter(each -> each.kind() == Kind.ACCEPTED).toList()).forEach(own -> rising(own, found));
        perLine(read.stream().filter(each -> each.kind() == Kind.HELD || each.kind() == Kind.AUDIT_COPY).toList())
                .forEach(own -> rising(own, found));
        perLine(read.stream().filter(each -> each.kind() == Kind.ACCEPTED || each.kind() == Kind.HELD).toList())
                .forEach(own -> counting(own, found));
        return found;
    }

    private static Iterable<List<OutputRecord>> perLine(List<OutputRecord> records) {
        Map<String, List<OutputRecord>> byLine = new LinkedHashMap<>();
        records.stream().filter(each -> each.sequence() != null)
                .forEach(each -> byLine.computeIfAbsent(each.line(), line -> new ArrayList<>()).add(each));
        return byLine.values();
    }

    private static void rising(List<OutputRecord> own, List<String> found) {
        rising(own, LineOrder::sequence, "sequence", found);
        rising(own, each -> each.frame().offset(), "offset", found);
    }

    private static void rising(List<OutputRecord> own, ToLongFunction<OutputRecord> value, String what,
            List<String> found) {
        long highest = Long.MIN_VALUE;
        for (OutputRecord each : own) {
            long now = value.applyAsLong(each);
            if (now <= highest) {
                found.add("out of order: " + what + " " + now + " after " + highest + ": "
                        + Verification.describe(each));
            }
            highest = Math.max(highest, now);
        }
    }

    private static void counting(List<OutputRecord> own, List<String> found) {
        List<OutputRecord> byOffset = own.stream().sorted(Comparator.comparingLong(each -> each.frame().offset()))
                .toList();
        long expected = 1;
        for (OutputRecord each : byOffset) {
            if (sequence(each) != expected) {
                found.add("out of order: sequence " + sequence(each) + " where " + expected + " is due: "
                        + Verification.describe(each));
            }
            expected = sequence(each) + 1;
        }
    }

    private static long sequence(OutputRecord each) {
        Long sequence = each.sequence();
        return sequence == null ? 0 : sequence;
    }
}
