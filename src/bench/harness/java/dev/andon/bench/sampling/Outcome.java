package dev.andon.bench.sampling;

import java.util.List;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.demo.summary.Errors;

/**
 * What a setting did to some cases, beside asking for all samples. What was held and is accepted is a risk; what was
 * accepted and is held is work.
 *
 * @param frames         how many
 * @param asked          samples asked for, in all
 * @param waited         those of them that were waited for
 * @param accepted       frames
 * @param heldToAccepted frames that all samples hold
 * @param acceptedToHeld frames that all samples accept
 * @param otherResults   frames that both accept, with different results
 * @param wrong          results of accepted frames that are not the truth, where it is known
 */
record Outcome(int frames, long asked, long waited, int accepted, int heldToAccepted, int acceptedToHeld,
        int otherResults, Errors wrong) {

    /**
     * Decides every case.
     *
     * @param all how each of them ends with all samples, in the same order
     */
    static Outcome of(Setting setting, List<Case> cases, List<Decision> all, Embedder embedder)
            throws InterruptedException {
        Replay replay = new Replay(setting, embedder);
        Outcome outcome = new Outcome(0, 0, 0, 0, 0, 0, 0, new Errors(0, 0));
        for (int k = 0; k < cases.size(); k++) {
            outcome = outcome.and(cases.get(k), replay.end(cases.get(k)), all.get(k));
        }
        return outcome;
    }

    private Outcome and(Case frame, Replay.Ended ended, Decision withAll) {
        Decision now = ended.decision();
        boolean accepts = now.route() == Route.ACCEPTED;
        boolean accepted = withAll.route() == Route.ACCEPTED;
        return new Outcome(frames + 1, asked + ended.asked(), waited + ended.waited(), this.accepted + one(accepts),
                heldToAccepted + one(accepts && !accepted), acceptedToHeld + one(!accepts && accepted),
                otherResults + one(accepts && accepted && now.result() != withAll.result()),
                accepts ? errors(frame, now) : wrong);
    }

    private Errors errors(Case frame, Decision decision) {
        boolean differs = frame.truth() != null && decision.result() != frame.truth();
        return new Errors(wrong.escapes() + one(differs && decision.result() == Result.OK),
                wrong.falseRejects() + one(differs && decision.result() == Result.NOT_OK));
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    double askedPerFrame() {
        return (double) asked / frames;
    }

    double waitedPerFrame() {
        return (double) waited / frames;
    }

    double share(int count) {
        return (double) count / frames;
    }
}
