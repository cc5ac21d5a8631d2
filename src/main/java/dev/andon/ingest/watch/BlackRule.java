package dev.andon.ingest.watch;

import java.time.Instant;
import java.util.Locale;

/** Nothing can be seen. One thread. */
final class BlackRule implements Rule {

    /** Pictures that are needed, however far they are apart. */
    private static final int TIMES = 3;

    private final double bound;
    private final Latch latch;
    private double exposure;

    BlackRule(WatchPolicy policy) {
        bound = policy.black();
        latch = new Latch(policy.holds(), TIMES, policy.holds());
    }

    /** Returns whether this one is black. */
    boolean see(Instant at, double seen) {
        exposure = seen;
        boolean black = seen < bound;
        latch.see(at, black, !black);
        return black;
    }

    @Override
    public Condition condition() {
        return Condition.BLACK;
    }

    @Override
    public boolean holds() {
        return latch.isOn();
    }

    @Override
    public String complaint() {
        return String.format(Locale.ROOT, "the picture is black (exposure %.3f): is the light on, the lens uncovered?",
                exposure);
    }

    @Override
    public void interrupt() {
        latch.reset();
    }
}
