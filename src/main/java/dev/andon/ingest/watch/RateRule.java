package dev.andon.ingest.watch;

import java.time.Instant;
import java.util.Locale;

/** Fewer pictures than should come. Ends a quarter of the way from where it begins to what is expected. One thread. */
final class RateRule implements Rule {

    private static final double MARGIN = 0.25;

    private final WatchPolicy.Rate policy;
    private final Latch latch;
    private double rate;

    RateRule(WatchPolicy policy) {
        this.policy = policy.rate();
        latch = new Latch(policy.holds(), 1, policy.holds());
    }

    /** @param meter over {@link WatchPolicy.Rate#span()} */
    void look(Instant now, RateMeter meter) {
        Double expected = policy.expected();
        if (expected == null || !meter.isFull(now)) {
            return;
        }
        rate = meter.perSecond(now);
        double share = rate / expected;
        latch.see(now, share < policy.share(), share >= policy.share() + MARGIN * (1 - policy.share()));
    }

    @Override
    public Condition condition() {
        return Condition.RATE;
    }

    @Override
    public boolean holds() {
        return latch.isOn();
    }

    @Override
    public String complaint() {
        return String.format(Locale.ROOT, "%.2f frames/s come, %.2f are expected", rate, policy.expected());
    }

    @Override
    public void interrupt() {
        latch.reset();
    }
}
