package dev.andon.core.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.andon.core.calibration.Evidence.Step;
import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.calibration.LearnerState.Promised;
import dev.andon.core.calibration.LearnerState.Window;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt about one recipe of one line. One thread.
 *
 * <pre>
 *   seen, judged ─▶ window: scores, verdicts, evidence ─▶ learnt ─▶ in force
 *                     │ age, drift, new recipe or promise     │ audits only tighten it
 *                     ▼                                       ▼
 *                   next window, empty            ends with the grace of its window
 * </pre>
 *
 * <p>What is counted within a window does not depend on the order in which inspections and verdicts come, but for an
 * inspection that comes before the verdicts on it; neither does a certificate, since a look takes the first frames by time
 * and waits until each of them is resolved. Blocks of scores, and what audits say of a certificate, go by arrival.
 */
public final class Learner {

    private final Evidence evidence;
    private final Outcomes judged;
    private final ScoreBook scores;
    private final List<Change> changes = new ArrayList<>();
    private String recipeHash;
    private ThresholdRule rule;
    private LookPlan plan;
    private double auditShare;
    private Window window;
    private @Nullable Learnt learnt;

    /** A recipe that nothing is known about, which remembers nothing either. */
    public static Learner begin(String recipeHash, ThresholdRule rule, double auditShare, Instant now,
            EvidenceFrames frames) {
        frames.clear();
        return new Learner(new LearnerState(recipeHash, rule, auditShare, Window.begin(now, auditShare, null),
                new LearnerState.Evidence(0, new Outcomes()), new Outcomes(), ScoreBook.none(), null), frames);
    }

    /** Goes on from what was remembered. */
    public Learner(LearnerState state, EvidenceFrames frames) {
        recipeHash = state.recipeHash();
        rule = state.rule();
        plan = LookPlan.of(rule);
        auditShare = state.auditShare();
        window = state.window();
        evidence = new Evidence(state.evidence(), frames, window.start());
        judged = state.judged().copy();
        scores = new ScoreBook(state.scores());
        learnt = state.learnt();
    }

    /** All that has to be remembered, a copy. */
    public LearnerState state() {
        return new LearnerState(recipeHash, rule, auditShare, window, evidence.state(),
                judged.copy(), scores.state(), learnt);
    }

    /** An inspection, once each. One of another recipe, or from before the window, does not count. */
    public List<Change> seen(Seen frame) {
        if (!counts(frame)) {
            return List.of();
        }
        advance(frame.decided());
        window = window.with(frame);
        scores.add(frame);
        if (rule instanceof ThresholdRule.Risk && frame.scorable()) {
            auditedBy(frame.auditShare());
            if (frame.lot() < window.auditShare()) {
                evidence.offer(frame, frame.decided().plus(InForce.learning(rule).answerWithin()));
            }
        }
        if (scores.blockIsFull()) {
            compareScores();
        }
        return changes();
    }

    /**
     * Somebody judged an inspection, or corrected what was said of it.
     *
     * @param before what was known of it until now, as it was given the last time; null for the first verdict
     * @param now    what is known of it by now
     */
    public List<Change> judged(Seen frame, @Nullable Judgement before, Judgement now) {
        if (!counts(frame) || !frame.scorable()) {
            return List.of();
        }
        if (frame.held() || frame.lotWins()) {
            if (before != null) {
                judged.of(before.best()).remove(frame.index());
            }
            judged.of(now.best()).add(frame.index());
            learn(Estimates.ofVerdicts(rule, auditShare, judged, scores, window.frames(), learnt), Cause.RECOMPUTED);
        }
        Outcome certifying = now.certifying();
        if (rule instanceof ThresholdRule.Risk && certifying != null) {
            audited(evidence.judge(frame, certifying));
            look();
        }
        return changes();
    }

    /**
     * Time goes by: what nobody answered in time is unknown, windows and grace windows end.
     *
     * @param now does not go back
     */
    public List<Change> tick(Instant now) {
        advance(now);
        evidence.expire(now).forEach(this::audited);
        look();
        return changes();
    }

    /**
     * The policy says something, new or not. A new recipe or a new promise ends the window, since neither may be chosen
     * by what the evidence has shown; everything else is applied to what there is. A certificate lives on where it
     * promises no less than is asked for now.
     *
     * @param now when it came into force
     */
    public List<Change> ruled(String hash, ThresholdRule next, double share, Instant now) {
        advance(now);
        InForce before = inForce();
        boolean newRecipe = !hash.equals(recipeHash);
        boolean newRule = !next.equals(rule);
        LookPlan nextPlan = LookPlan.of(next);
        boolean newPromise = nextPlan.promise() != null && !nextPlan.equals(plan);
        if (learnt != null && (rule.mode() != next.mode() || !learnt.keeps(nextPlan.promise()))) {
            learnt = null;
        }
        recipeHash = hash;
        rule = next;
        plan = nextPlan;
        auditShare = share;
        auditedBy(share);
        if (plan.promise() == null) {
            evidence.clear(window.start());
        }
        if (newRecipe) {
            scores.newWindow(false);
            beginWindow(now, now, null);
        } else if (newPromise) {
            scores.nextWindow();
            beginWindow(now, now, null);
        } else if (newRule) {
            learnt = Estimates.ofWindow(rule, auditShare, judged, scores, window.frames(), learnt);
        }
        changed(Cause.RULE_CHANGED, before, false);
        return changes();
    }

    /** How things stand. */
    public Standing standing() {
        return Report.standing(inForce(), rule, plan, window, learnt, evidence, scores, judged.total());
    }

    private boolean counts(Seen frame) {
        return frame.recipeHash().equals(recipeHash) && !frame.decided().isBefore(window.start());
    }

    /** Windows and grace windows that have ended by now end. */
    private void advance(Instant now) {
        Learning learning = InForce.learning(rule);
        Instant end = window.start().plus(learning.window());
        if (!now.isBefore(end)) {
            InForce before = inForce();
            long more = Duration.between(end, now).dividedBy(learning.window());
            scores.nextWindow();
            beginWindow(end.plus(learning.window().multipliedBy(more)), end, null);
            changed(Cause.WINDOW_ENDED, before, learnt != null);
        }
        if (learnt != null && !now.isBefore(InForce.until(learnt, window, learning))) {
            InForce before = inForce();
            learnt = null;
            changed(Cause.GRACE_ENDED, before, true);
        }
        window = window.at(now);
    }

    private void beginWindow(Instant start, Instant ended, @Nullable String alarm) {
        learnt = learnt == null ? null : learnt.ended(ended);
        window = Window.begin(start, auditShare, alarm);
        evidence.clear(start);
        judged.clear();
    }

    /** What was heard of so far does not count in the window that begins now. */
    private void beginWindow(String alarm) {
        beginWindow(window.latest().plusMillis(1), window.latest(), alarm);
    }

    private void compareScores() {
        String alarm = ScoreDrift.alarm(scores.reference(), scores.recent(), window.latest());
        if (alarm != null) {
            InForce before = inForce();
            scores.newWindow(true);
            beginWindow(alarm);
            changed(Cause.DRIFT_ALARM, before, true);
        }
        learn(Estimates.ofBlock(rule, auditShare, scores, learnt), Cause.RECOMPUTED);
        scores.nextBlock();
    }

    /** The audit share is, or was for some frame, no more than this. */
    private void auditedBy(double share) {
        if (share < window.auditShare()) {
            window = window.audited(share);
            evidence.keepBelow(share, window.start());
        }
    }

    private void look() {
        Integer next = plan.next(window.looks());
        while (next != null && evidence.complete(next, window.start())) {
            window = window.looked();
            certify(next, Objects.requireNonNull(plan.promise(), "only a promise plans looks"));
            next = plan.next(window.looks());
        }
    }

    private void certify(int labelled, Promise promise) {
        int cap = InForce.cap(rule);
        double[] shares = Starts.shares(scores.forStart(), labelled, LookPlan.strictest(promise), plan.delta(), cap);
        Certificate found = Certification.look(evidence.counts(labelled, window.start()), promise, plan.delta(),
                shares, cap, window.start());
        Promised present = learnt == null || learnt.windowEnded() != null ? null : learnt.promised();
        if (found != null && (present == null || present.certificate().index() <= found.index())) {
            Promised promised = present == null ? OnlineBound.begin(found) : OnlineBound.renew(present, found);
            learn(new Learnt(found.index(), found.words(), 0, null, null, promised), Cause.CERTIFIED);
        }
    }

    private void audited(@Nullable Step step) {
        Promised promised = learnt == null ? null : learnt.promised();
        if (step == null || learnt == null || promised == null) {
            return;
        }
        Promised after = OnlineBound.after(promised, step);
        if (after.bound() == promised.bound()) {
            learnt = learnt.promised(after);
            return;
        }
        InForce before = inForce();
        if (after.bound() != Grid.NONE) {
            learnt = learnt.promised(after);
        } else {
            boolean ofThisWindow = learnt.windowEnded() == null;
            learnt = null;
            if (ofThisWindow) {
                scores.nextWindow();
                beginWindow(OnlineBound.alarm(after));
            }
        }
        changed(Cause.TIGHTENED, before, true);
    }

    private void learn(@Nullable Learnt next, Cause cause) {
        if (!Objects.equals(next, learnt)) {
            InForce before = inForce();
            learnt = next;
            changed(cause, before, cause == Cause.CERTIFIED);
        }
    }

    private InForce inForce() {
        return InForce.of(rule, window, learnt);
    }

    private void changed(Cause cause, InForce before, boolean always) {
        InForce after = inForce();
        if (always || !Objects.equals(before.value(), after.value()) || before.mode() != after.mode()
                || !Objects.equals(before.validUntil(), after.validUntil())) {
            changes.add(new Change(cause, before.value(), after.value(), after.mode(), standing().evidence(),
                    after.validUntil()));
        }
    }

    private List<Change> changes() {
        List<Change> all = List.copyOf(changes);
        changes.clear();
        return all;
    }
}
