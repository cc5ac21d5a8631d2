package dev.andon.ingest.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.andon.fixture.TestFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormTest {

    private static final byte[] BODY = new Forms().field("line", "組立-1").image(TestFrames.image(7)).end();

    @Test
    void partsComeAsTheyWereSent() throws Refused {
        Form form = Form.of(Forms.TYPE, BODY);

        assertThat(form.parts()).extracting(Form.Part::name).containsExactly("line", "image");
        assertThat(form.parts().get(0).content().array()).asString(StandardCharsets.UTF_8).isEqualTo("組立-1");
        assertThat(form.parts().get(1).content().array()).isEqualTo(TestFrames.image(7));
    }

    @Test
    void anImageThatHoldsLineEndsAndHalfABoundaryStaysWhole() throws Refused {
        byte[] image = "\r\n------b0und\r\n--\r\n------b0undar".getBytes(StandardCharsets.US_ASCII);

        assertThat(Form.of(Forms.TYPE, new Forms().image(image).end()).parts().getFirst().content().array())
                .isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b"})
    void withoutItsBoundaryItIsRefused(String type) {
        assertThatThrownBy(() -> Form.of(type, BODY)).isInstanceOf(Refused.class);
    }

    @Test
    void whatBreaksOffOrHasTooManyPartsIsRefused() {
        Forms many = new Forms();
        for (int i = 0; i < 100; i++) {
            many.field("f-" + i, "");
        }

        assertThatThrownBy(() -> Form.of(Forms.TYPE, Arrays.copyOf(BODY, BODY.length - 20)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Form.of(Forms.TYPE, new byte[0])).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Form.of(Forms.TYPE, many.end())).isInstanceOf(Refused.class);
    }
}
