package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LabelTextTest {

    @ParameterizedTest
    @CsvSource({"bracket-1,bracket-1", "%E7%B5%84%e7%ab%8b-1,組立-1", "100%25,100%", "a+b c,a+b c",
        "2026-01-31T08:00:00+09:00,2026-01-31T08:00:00+09:00"})
    void headersAreAsciiWithTheBytesOfUtf8(String value, String text) {
        assertThat(LabelText.ofHeader(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "100%", "%E7%B5", "%ff", "çok", "a\tb"})
    void whatIsNoneOfThatIsRefused(String value) {
        assertThatThrownBy(() -> LabelText.ofHeader(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fieldsAreUtf8AsItIs() {
        assertThat(LabelText.ofField(StandardCharsets.UTF_8.encode("組立 100%25"))).isEqualTo("組立 100%25");
        assertThatThrownBy(() -> LabelText.ofField(ByteBuffer.wrap(new byte[]{(byte) 0xe7})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("UTF-8");
    }
}
