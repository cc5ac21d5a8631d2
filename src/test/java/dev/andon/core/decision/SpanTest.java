package dev.andon.core.decision;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTest {

    @ParameterizedTest
    @CsvSource({"0,0s", "1,1ms", "1500,1500ms", "1000,1s", "90000,90s", "120000,2m", "3600000,1h", "86400000,1d",
        "129600000,36h", "2592000000,30d"})
    void theLargestUnitThatGivesAWholeNumber(long millis, String text) {
        assertThat(Span.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
