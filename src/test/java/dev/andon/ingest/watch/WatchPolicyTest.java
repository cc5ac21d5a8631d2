package dev.andon.ingest.watch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WatchPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void fewPicturesAreCountedForLonger() {
        assertThat(WatchPolicy.USUAL.rate().span()).isEqualTo(Duration.ofSeconds(30));
        assertThat(WatchPolicy.USUAL.expecting(2.0).rate().span()).isEqualTo(Duration.ofSeconds(30));
        assertThat(WatchPolicy.USUAL.expecting(0.1).rate().span()).isEqualTo(Duration.ofSeconds(200));
        assertThat(WatchPolicy.USUAL.expecting(1e-9).rate().span()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Rate(0.0, 0.8, SECOND))
                .withMessageContaining("expected is 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Rate(1.0, 1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Rate(1.0, 0.8, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Blur(1, SECOND, 1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Blur(0.25, SECOND, 0, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy.Blur(0.25, SECOND, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> black(Double.NaN));
    }

    private static WatchPolicy black(double bound) {
        WatchPolicy usual = WatchPolicy.USUAL;
        return new WatchPolicy(false, usual.holds(), usual.rate(), usual.frozenAfter(), bound, usual.blur(),
                usual.dropping());
    }
}
