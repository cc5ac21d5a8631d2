package dev.andon.cli;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTest {

    @Test
    void nothingOfALetterReachesTheTerminalAsACommand() {
        assertThat(Printable.of("a\u001b[2Jb\r\n\u202Ec\u009b")).isEqualTo("a·[2Jb···c·");
        assertThat(Printable.of(new byte[]{'a', (byte) 0xff, 0, 'b'})).isEqualTo("a··b");
    }

    @Test
    void otherAlphabetsAreShown() {
        assertThat(Printable.of("何が見えますか ä")).isEqualTo("何が見えますか ä");
    }

    @Test
    void longTextsAreCut() {
        assertThat(Printable.shortened("abcdef", 4)).isEqualTo("abc…");
        assertThat(Printable.shortened("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void bytesAreDumpedInRows() {
        byte[] bytes = "0123456789abcdefXY\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Printable.dump(bytes, 18).lines()).containsExactly(
                "00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef",
                "00000010  58 59                                            XY");
    }
}
