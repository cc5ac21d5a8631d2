package dev.andon.chaos.verify;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.feed.Entry;
import dev.andon.chaos.feed.Issued;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Reason;

/** All that can be said of what was read, once it is read. Pure functions. */
final class Verdicts {

    private Verdicts() {}

    /**
     * Compares what was sent with what came of it.
     *
     * @param inputs     those of a partition in their order
     * @param outputs    those of a partition in their order
     * @param remembered frame ids per line after which an id counts as new again
     * @param findings   what was found before; more is added
     */
    static Verification of(List<Input> inputs, List<Output> outputs, List<Entry> journal, List<Issued> policies,
            int remembered, Findings findings) {
        Expectations expectations = new Expectations(journal, remembered);
        Map<Input, Expected> expected = new LinkedHashMap<>();
        inputs.forEach(input -> expected.put(input, expectations.of(input)));
        Inputs.check(inputs, journal, findings);
        OneEach.check(expected, outputs, findings);
        Order.check(outputs, findings);
        PolicyChecks.check(outputs, policies, findings);
        int repetitions = (int) expected.values().stream().filter(Expected.Nothing.class::isInstance).count();
        int unconfirmed = (int) journal.stream().filter(entry -> entry.position() == null).count();
        return new Verification(inputs.size(), count(outputs, Kind.ACCEPTED), count(outputs, Kind.HELD),
                reasons(outputs), count(outputs, Kind.AUDIT_COPY), count(outputs, Kind.DEAD_LETTER), repetitions,
                unconfirmed, findings.counts(), findings.examples());
    }

    private static int count(List<Output> outputs, Kind kind) {
        return (int) outputs.stream().filter(output -> output.kind() == kind).count();
    }

    private static Map<Reason, Integer> reasons(List<Output> outputs) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        for (Output output : outputs) {
            Reason reason = output.reason();
            if (output.kind() == Kind.HELD && reason != null) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return reasons;
    }
}
