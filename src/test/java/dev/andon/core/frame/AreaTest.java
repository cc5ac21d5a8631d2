package dev.andon.core.frame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AreaTest {

    @Test
    void itIsWrittenAsFourNumbers() {
        assertThat(Area.of("1,22,333,44444")).isEqualTo(new Area(1, 22, 333, 44_444)).hasToString("1,22,333,44444");
        assertThat(Area.of("1, 2, 3, 4")).isEqualTo(new Area(1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1,2,3,4,5", "a,2,3,4", "-1,2,3,4", "1.5,2,3,4", "100000,0,1,1", "0,0,0,1",
        "0,0,1,0"})
    void whatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Area.of(text)).withMessageContaining("area");
    }
}
