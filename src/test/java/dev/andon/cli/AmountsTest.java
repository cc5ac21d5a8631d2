package dev.andon.cli;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "449, 0.4 s", "-3000, -3.0 s", "12900, 12 s", "119000, 119 s", "120000, 2 min",
        "7199000, 119 min", "7200000, 2 h", "172800000, 2 d"})
    void timesAreShort(long millis, String text) {
        assertThat(Amounts.time(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KB", "13107200, 12.5 MB", "9223372036854775807, 8.0 EB"})
    void sizesAreShort(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }
}
