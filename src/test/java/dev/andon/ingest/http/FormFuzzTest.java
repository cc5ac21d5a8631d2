package dev.andon.ingest.http;

import java.util.List;

import dev.andon.fixture.TestFrames;
import dev.andon.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a client sends as a form, it is one with its parts within the body, or refused. */
class FormFuzzTest {

    @Test
    void forms() {
        byte[] whole = new Forms().field("line", "組立-1").field("camera", "c").image(TestFrames.image(7)).end();
        byte[] small = new Forms().image(new byte[0]).field("unit", "1").end();
        Fuzzer.of("forms", List.of(whole, small), "\r\n------b0undary", "--\r\n", "Content-Disposition: form-data; ",
                "name=\"", "filename*=UTF-8''%", "Content-Transfer-Encoding: base64\r\n").run(FormFuzzTest::read);
    }

    private static boolean read(byte[] body) {
        try {
            Form form = Form.of(Forms.TYPE, body);
            assertThat(form.parts().stream().mapToInt(part -> part.content().remaining()).sum())
                    .isLessThanOrEqualTo(body.length);
            return true;
        } catch (Refused refused) {
            assertThat(refused.answer().status()).isEqualTo(400);
            return false;
        }
    }
}
