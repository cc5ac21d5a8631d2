package dev.andon.cli;

import dev.andon.core.frame.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OffsetRangeTest {

    @Test
    void bothEndsBelongToIt() {
        OffsetRange range = OffsetRange.of("--offsets", "2@100-250");

        assertThat(range.has(new Position("frames", 2, 100))).isTrue();
        assertThat(range.has(new Position("frames", 2, 250))).isTrue();
        assertThat(range.has(new Position("frames", 2, 251))).isFalse();
        assertThat(range.has(new Position("frames", 2, 99))).isFalse();
        assertThat(range.has(new Position("frames", 1, 100))).isFalse();
        assertThat(OffsetRange.of("--offsets", "0@7")).isEqualTo(new OffsetRange(0, 7, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "@7", "1@", "1@7-", "1@9-7", "a@7", "1@-7", "1@7-9-11", "1@9999999999999999999"})
    void somethingElseIsTold(String text) {
        assertThatThrownBy(() -> OffsetRange.of("--offsets", text)).hasMessageContaining("--offsets " + text);
    }
}
