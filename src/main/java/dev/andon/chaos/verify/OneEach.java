package dev.andon.chaos.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/** Whether each record has exactly the result that it has to have. One thread. */
final class OneEach {

    /** Why no frame that can be inspected may be held. */
    private static final Set<Reason> FOR_BAD_FRAMES = Set.of(Reason.FRAME_UNREADABLE, Reason.SOURCE_LOST,
            Reason.CONFLICTING_FRAME, Reason.WRONG_PARTITION, Reason.INSPECTION_FAILED, Reason.NO_POLICY);

    private final Findings findings;
    private final Map<Position, List<Output>> outputs = new HashMap<>();

    private OneEach(Findings findings) {
        this.findings = findings;
    }

    /** @param expected of every record, in the order in which each partition has them */
    static void check(Map<Input, Expected> expected, List<Output> outputs, Findings findings) {
        OneEach check = new OneEach(findings);
        outputs.forEach(output -> check.outputs.computeIfAbsent(output.frame(), at -> new ArrayList<>(1)).add(output));
        expected.forEach(check::record);
        check.outputs.values().forEach(left -> left
                .forEach(output -> findings.add(Violation.NEVER_SENT, "no record for " + output)));
    }

    private void record(Input input, Expected expected) {
        List<Output> own = outputs.remove(input.at());
        List<Output> results = own == null ? List.of() : own;
        results.stream().filter(output -> !names(output, input))
                .forEach(output -> findings.add(Violation.NEVER_SENT, input + " is not what is named by " + output));
        List<Output> decisions = results.stream().filter(Output::decides).toList();
        copies(results, decisions);
        if (expected instanceof Expected.Nothing) {
            decisions.forEach(output -> findings.add(Violation.REPETITION_DECIDED, output.toString()));
        } else if (decisions.isEmpty()) {
            findings.add(Violation.LOST, input + ", which had to be " + expected);
        } else {
            decisions.stream().skip(1).forEach(output -> findings.add(Violation.DUPLICATED, output + " beside "
                    + decisions.getFirst()));
            reason(decisions.getFirst(), expected);
        }
    }

    private void copies(List<Output> results, List<Output> decisions) {
        List<Output> copies = results.stream().filter(output -> output.kind() == Kind.AUDIT_COPY).toList();
        copies.stream().skip(1).forEach(copy -> findings.add(Violation.DUPLICATED, copy.toString()));
        if (!copies.isEmpty() && decisions.stream().noneMatch(each -> each.kind() == Kind.ACCEPTED)) {
            findings.add(Violation.AUDIT_WITHOUT_DECISION, copies.getFirst().toString());
        }
    }

    private void reason(Output decision, Expected expected) {
        Reason reason = decision.reason();
        boolean fits = switch (expected) {
            case Expected.DeadLetter() -> decision.kind() == Kind.DEAD_LETTER;
            case Expected.Held(Reason due) -> decision.kind() == Kind.HELD && (reason == due || gaveUp(reason));
            case Expected.Inspected() -> reason == null
                    ? decision.kind() == Kind.ACCEPTED
                    : decision.kind() == Kind.HELD && !FOR_BAD_FRAMES.contains(reason);
            case Expected.Nothing() -> true;
        };
        if (!fits) {
            findings.add(Violation.WRONG_REASON, decision + ", which had to be " + expected);
        }
    }

    /** A frame that was in work at too many kills is held for that. */
    private static boolean gaveUp(@Nullable Reason reason) {
        return reason == Reason.POISON_FRAME;
    }

    private static boolean names(Output output, Input input) {
        Input.Named frame = input.frame();
        if (output.kind() == Kind.DEAD_LETTER || frame == null) {
            return true;
        }
        return output.line().equals(frame.line()) && (output.frameId() == null || output.frameId().equals(frame.id()));
    }
}
