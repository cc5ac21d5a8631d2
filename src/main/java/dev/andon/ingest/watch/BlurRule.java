package dev.andon.ingest.watch;

import java.time.Instant;
import java.util.Locale;

/** Pictures are less sharp than this camera's have been. Black ones tell nothing of that. One thread. */
final class BlurRule implements Rule {

    /** Pictures that are needed, however far they are apart. */
    private static final int TIMES = 10;

    private final double share;
    private final Latch latch;
    private final SharpnessHistory history;
    private double sharpness;

    BlurRule(WatchPolicy policy) {
        share = policy.blur().share();
        latch = new Latch(policy.blur().holds(), TIMES, policy.holds());
        history = new SharpnessHistory(policy.blur().begins(), policy.blur().halves());
    }

    /** @param healthy whether nothing is wrong, so that there is something to learn from it */
    void see(Instant at, double seen, boolean healthy) {
        sharpness = seen;
        Double usual = history.median();
        boolean blurred = usual != null && seen < share * usual;
        latch.see(at, blurred, !blurred);
        if (healthy && !latch.isOn()) {
            history.learn(at, seen);
        }
    }

    @Override
    public Condition condition() {
        return Condition.BLURRED;
    }

    @Override
    public boolean holds() {
        return latch.isOn();
    }

    @Override
    public String complaint() {
        return String.format(Locale.ROOT,
                "the picture is blurred (sharpness %.1f, usual is %.1f): is the lens clean and in"
                        + " focus? Where it is meant to be so, let it be learnt anew by maintenance, begun and ended",
                sharpness,
                history.median());
    }

    @Override
    public void interrupt() {
        latch.reset();
    }
}
