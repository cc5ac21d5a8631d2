package dev.andon.core.decision;

import dev.andon.core.frame.FrameId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pins lots: a lot that changes makes past audits and replays worthless. */
class LotValuesTest {

    /** Computed apart from this program: the first 53 bits of SHA-256(salt, NUL, id) in UTF-8, over 2^53. */
    @ParameterizedTest
    @CsvSource({"'', frame-1, 0.5684397166706212",
        "plant-7, bracket-1/000042, 0.05209385077520767",
        "塩, フレーム, 0.18458161694989894"})
    void staysWhatItIs(String salt, String frame, double lot) {
        assertThat(Lot.of(salt, new FrameId(frame))).isEqualTo(lot);
    }
}
