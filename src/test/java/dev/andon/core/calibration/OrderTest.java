package dev.andon.core.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.andon.core.calibration.Frames.at;
import static dev.andon.core.calibration.Frames.frame;
import static dev.andon.core.calibration.Frames.learner;
import static dev.andon.core.calibration.Frames.risk;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever order inspections and verdicts come in, the same is learnt, bit for bit. */
class OrderTest {

    private static final int FRAMES = 900;

    /** A verdict on a frame that was known to be this. */
    private record Said(Seen frame, @Nullable Judgement before, Judgement now) {}

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Seen> frames = new ArrayList<>();
    private final List<List<Said>> said = new ArrayList<>();

    @Test
    void aRebuildGivesTheSameBits() {
        draw();
        ThresholdRule rule = risk(100, 200);
        LearnerState inOrder = learn(rule, new Random(0), false);

        for (int seed = 1; seed <= 20; seed++) {
            LearnerState shuffled = learn(rule, new Random(seed), true);

            assertThat(shuffled.learnt()).isNotNull();
            assertThat(shuffled).isEqualTo(inOrder);
        }
        assertThat(inOrder.window().looks()).isEqualTo(1);
        assertThat(inOrder.window().auditShare()).isEqualTo(.15);
    }

    /** Units of three frames, an audit share that falls, corrections, frames that nobody answers; errors at high scores. */
    private void draw() {
        for (int i = 0; i < FRAMES; i++) {
            int number = i;
            Seen frame = frame(i, it -> {
                it.uncertainty = number % 50 == 7 ? .95 : random.nextDouble();
                it.lot = random.nextDouble();
                it.auditShare = number < FRAMES / 2 ? .2 : .15;
                it.group = number % 2 == 0 ? null : "unit" + number / 6;
                it.held = random.nextDouble() < .5;
            });
            frames.add(frame);
            if (i % 50 != 7) {
                said.add(verdicts(frame));
            }
        }
    }

    private List<Said> verdicts(Seen frame) {
        List<Said> chain = new ArrayList<>();
        Judgement before = null;
        for (int i = random.nextInt(1, 4); i >= 0; i--) {
            Judgement now = i > 0
                    ? Judgement.of(List.of(Outcome.values()).get(random.nextInt(4)))
                    : Judgement.of(frame.index() < 180 ? Outcome.RIGHT : Outcome.ESCAPE);
            chain.add(new Said(frame, before, now));
            before = now;
        }
        return chain;
    }

    private LearnerState learn(ThresholdRule rule, Random order, boolean shuffle) {
        Learner learner = learner(rule);
        List<Seen> inspections = new ArrayList<>(frames);
        if (shuffle) {
            Collections.shuffle(inspections, order);
        }
        inspections.forEach(learner::seen);
        for (Said verdict : shuffle ? mixed(order) : said.stream().flatMap(List::stream).toList()) {
            learner.judged(verdict.frame, verdict.before, verdict.now);
        }
        learner.tick(at(FRAMES + 3_600));
        return learner.state();
    }

    /** All verdicts, those on one inspection in their order. */
    private List<Said> mixed(Random order) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            turns.addAll(Collections.nCopies(said.get(i).size(), i));
        }
        Collections.shuffle(turns, order);
        int[] next = new int[said.size()];
        return turns.stream().map(turn -> said.get(turn).get(next[turn]++)).toList();
    }
}
