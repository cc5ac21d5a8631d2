package dev.andon.ingest.watch;

import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.ImageQuality;
import org.jspecify.annotations.Nullable;

/** Everything that can be wrong with a camera by one policy. One thread. */
final class Rules {

    private final RateRule rate;
    private final FrozenRule frozen;
    private final BlackRule black;
    private final BlurRule blur;
    private final DroppingRule dropping;
    private final List<Rule> all;

    /** @param dropped frames so far */
    Rules(WatchPolicy policy, long dropped) {
        rate = new RateRule(policy);
        frozen = new FrozenRule(policy);
        black = new BlackRule(policy);
        blur = new BlurRule(policy);
        dropping = new DroppingRule(policy, dropped);
        all = List.of(rate, frozen, black, blur, dropping);
    }

    /** A picture came. */
    void see(Instant at, boolean repeated, @Nullable ImageQuality quality) {
        frozen.see(at, repeated);
        if (quality != null && !repeated && !black.see(at, quality.exposure())) {
            blur.see(at, quality.sharpness(), all.stream().noneMatch(Rule::holds));
        }
    }

    /** Time has passed, whether a picture came or not. */
    void look(Instant now, RateMeter meter, long dropped) {
        rate.look(now, meter);
        dropping.look(now, dropped);
    }

    /** No pictures come any more. */
    void interrupt() {
        all.forEach(Rule::interrupt);
    }

    /** What is wrong. */
    List<Rule> wrong() {
        return all.stream().filter(Rule::holds).toList();
    }
}
