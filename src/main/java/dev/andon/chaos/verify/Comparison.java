package dev.andon.chaos.verify;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Reason;

/** All that can be said of what was read, once it is read. Pure functions. */
final class Comparison {

    private Comparison() {}

    /**
     * Compares what was sent with what came of it.
     *
     * @param remembered frame ids per line after which an id counts as new again
     * @param findings   what was found before; more is added
     */
    static Verification of(Contents contents, Sent sent, int remembered, Findings findings) {
        List<Output> outputs = contents.outputs().stream().filter(output -> output.kind() != Kind.DEAD_VERDICT)
                .toList();
        Map<Input, Expected> expected = expected(contents.inputs(), sent, remembered);
        Inputs.check(contents.inputs(), sent.frames(), findings);
        OneEach.check(expected, outputs, findings);
        Order.check(outputs, findings);
        PolicyChecks.check(outputs, sent.policies(), new PublishedThresholds(contents.learnt()), findings);
        ReviewChecks.check(contents, sent.verdicts(), findings);
        ThresholdChecks.check(contents.learnt(), findings);
        int repetitions = (int) expected.values().stream().filter(Expected.Nothing.class::isInstance).count();
        int unconfirmed = (int) sent.frames().stream().filter(entry -> entry.position() == null).count();
        return new Verification(contents.inputs().size(), count(outputs, Kind.ACCEPTED), count(outputs, Kind.HELD),
                reasons(outputs), count(outputs, Kind.AUDIT_COPY), count(outputs, Kind.DEAD_LETTER), repetitions,
                unconfirmed, Reviews.of(contents, sent.verdicts()), findings.counts(), findings.examples());
    }

    private static Map<Input, Expected> expected(List<Input> inputs, Sent sent, int remembered) {
        Expectations expectations = new Expectations(sent.frames(), remembered);
        Map<Input, Expected> expected = new LinkedHashMap<>();
        inputs.forEach(input -> expected.put(input, expectations.of(input)));
        return expected;
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
