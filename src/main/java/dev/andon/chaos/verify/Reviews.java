package dev.andon.chaos.verify;

import java.util.List;

import dev.andon.chaos.clients.Sending;
import dev.andon.chaos.jury.Said;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.review.Reviewed;

/**
 * What the topics say of verdicts, and of what was learnt from them.
 *
 * @param verdicts         records of {@code verdicts}
 * @param unconfirmed      verdicts of which the producer does not know whether the topic has them
 * @param onNothing        verdicts among the dead letters
 * @param reviewed         inspections with verdicts
 * @param overruled        of these, accepted with another result than the final one
 * @param thresholdChanges of thresholds that are learnt
 * @param byLearnt         decisions by such a threshold
 */
public record Reviews(int verdicts, int unconfirmed, int onNothing, int reviewed, int overruled, int thresholdChanges,
        int byLearnt) {

    static Reviews of(Contents contents, List<Said> said) {
        List<Reviewed> newest = ReviewChains.byInspection(contents.reviewed()).values().stream().map(List::getLast)
                .toList();
        return new Reviews(contents.ballots().size(),
                (int) said.stream().filter(each -> !(each.sending() instanceof Sending.Confirmed)).count(),
                (int) contents.outputs().stream().filter(output -> output.kind() == Kind.DEAD_VERDICT).count(),
                newest.size(), (int) newest.stream().filter(Reviewed::overruled).count(),
                contents.learnt().changes().size(),
                (int) contents.outputs().stream().filter(Reviews::byLearnt).count());
    }

    private static boolean byLearnt(Output output) {
        Threshold threshold = output.applied() == null ? null : output.applied().threshold();
        return output.inspected() && threshold != null && threshold.mode() != ThresholdMode.FIXED;
    }
}
