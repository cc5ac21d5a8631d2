package dev.andon.core.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/**
 * A line with its people: a frame a second, judged where it is held or its lot wins, up to a minute later and in another
 * order than they came.
 */
final class Simulation {

    /** How often chance is asked: the claims of the documentation rest on 1,000 times, {@code -Dandon.simulation.runs=1000}. */
    static final int RUNS = Integer.getInteger("andon.simulation.runs", 250);

    static final Instant BEGIN = Instant.parse("2026-05-01T06:00:00Z");
    private static final int SLOWEST = 60;

    private record Due(Seen frame, Outcome outcome) {}

    final Learner learner;
    final List<Change> changes = new ArrayList<>();
    private final Scene scene;
    private final double auditShare;
    private final SplittableRandom random;
    private final List<Queue<Due>> due = new ArrayList<>();
    private int count;
    private @Nullable Double value;

    Simulation(Scene scene, ThresholdRule rule, double auditShare, long seed) {
        this(scene, Learner.begin("hash", rule, auditShare, BEGIN, new InMemoryFrames()), auditShare, seed);
    }

    private Simulation(Scene scene, Learner learner, double auditShare, long seed) {
        this.scene = scene;
        this.learner = learner;
        this.auditShare = auditShare;
        random = new SplittableRandom(seed);
        for (int i = 0; i < SLOWEST; i++) {
            due.add(new ArrayDeque<>());
        }
        value = learner.standing().value();
    }

    /** The threshold in force. */
    @Nullable
    Double value() {
        return value;
    }

    /** Some more frames, and the verdicts on them in so far as they come meanwhile. */
    void run(int frames) {
        run(frames, scene);
    }

    /** Some more frames of a line that has changed. */
    void run(int frames, Scene now) {
        for (int i = 0; i < frames; i += now.group()) {
            double score = now.scores().applyAsDouble(random.nextDouble());
            Outcome outcome = random.nextDouble() < now.errors().applyAsDouble(score) ? Outcome.ESCAPE : Outcome.RIGHT;
            for (int j = 0; j < now.group(); j++) {
                frame(score, outcome, now);
            }
        }
    }

    /** All verdicts that are still to come. */
    void finish() {
        for (int i = 0; i < SLOWEST; i++) {
            deliver(++count);
        }
        note(learner.tick(time().plus(Duration.ofDays(2))));
    }

    private void frame(double score, Outcome outcome, Scene now) {
        boolean held = value == null || score > value;
        Seen frame = new Seen("f" + count, "hash", time(), score, held, random.nextDouble(), auditShare, 8,
                now.group() == 1 ? null : "u" + count / now.group());
        note(learner.seen(frame));
        if ((held || frame.lotWins()) && random.nextDouble() >= now.unanswered().applyAsDouble(outcome)) {
            due.get((count + 1 + random.nextInt(SLOWEST - 1)) % SLOWEST).add(new Due(frame, outcome));
        }
        deliver(++count);
    }

    private void deliver(int now) {
        Queue<Due> verdicts = due.get(now % SLOWEST);
        for (Due verdict = verdicts.poll(); verdict != null; verdict = verdicts.poll()) {
            note(learner.judged(verdict.frame, null, Judgement.of(verdict.outcome)));
        }
        if (now % SLOWEST == 0) {
            note(learner.tick(time()));
        }
    }

    private void note(List<Change> more) {
        if (!more.isEmpty()) {
            changes.addAll(more);
            value = more.getLast().after();
        }
    }

    private Instant time() {
        return BEGIN.plusSeconds(count);
    }
}
