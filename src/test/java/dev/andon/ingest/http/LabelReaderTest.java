package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LabelReaderTest {

    private final LabelReader reader = new LabelReader();

    @Test
    void headersSayEverything() throws Refused {
        reader.header("Andon-Line", "%E7%B5%84%E7%AB%8B-1");
        reader.header("andon-camera", "cam-1");
        reader.header("Andon-Station", "s-1");
        reader.header("Andon-Unit", "SN 7");
        reader.header("Andon-Work-Order", "wo-1");
        reader.header("Andon-Part", "BR-100");
        reader.header("Andon-Captured-At", "2026-01-31T08:00:00+09:00");
        reader.header("Andon-Frame-Id", "f-1");

        assertThat(reader.read()).isEqualTo(new Labels(new Origin(new LineId("組立-1"), "cam-1", "s-1", null, List.of()),
                new Particulars("SN 7", "wo-1", "BR-100", Instant.parse("2026-01-30T23:00:00Z")), new FrameId("f-1")));
    }

    @Test
    void soDoFieldsAndOnlyLineAndCameraAreNeeded() throws Refused {
        field("line", "組立-1");
        field("camera", "cam-1");

        assertThat(reader.read()).isEqualTo(new Labels(new Origin(new LineId("組立-1"), "cam-1", null, null, List.of()),
                Particulars.NONE, null));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        reader.header("Andon-Line", "100%");
        reader.header("Andon-Unit", "a%0Ab");
        reader.header("Andon-Part", "p".repeat(257));
        reader.header("Andon-Station", " ");
        reader.header("Andon-Work-Order", "1");
        reader.header("Andon-Captured-At", "yesterday");
        reader.header("Andon-Serial", "7");
        field("workOrder", "2");
        reader.field("frameId", ByteBuffer.wrap(new byte[]{(byte) 0xff}));
        field("shift", "early");
        reader.problem("the part image is missing");

        assertThat(problems()).satisfiesExactlyInAnyOrder(
                told -> assertThat(told).startsWith("Andon-Line '100%' has a %").endsWith("%25"),
                told -> assertThat(told).startsWith("Andon-Camera (in a form: camera) is missing"),
                told -> assertThat(told).startsWith("Andon-Unit 'a\nb' has control characters"),
                told -> assertThat(told).startsWith("Andon-Part 'ppp").contains("…' has 257 characters", "256"),
                told -> assertThat(told).startsWith("Andon-Station ' ' is blank"),
                told -> assertThat(told)
                        .startsWith("Andon-Captured-At (in a form: capturedAt) 'yesterday' is no instant"),
                told -> assertThat(told).startsWith("Andon-Serial is no header").contains("Andon-Unit"),
                told -> assertThat(told).startsWith("workOrder is there more than once"),
                told -> assertThat(told).startsWith("frameId is not UTF-8"),
                told -> assertThat(told).startsWith("the field shift is unknown").contains("workOrder"),
                told -> assertThat(told).isEqualTo("the part image is missing"));
    }

    @Test
    void anInstantThatNoRecordHoldsIsRefused() {
        field("line", "l");
        field("camera", "c");
        field("capturedAt", "+1000000000-12-31T23:59:59Z");

        assertThat(problems()).singleElement().asString().contains("is no instant");
    }

    private void field(String name, String value) {
        reader.field(name, StandardCharsets.UTF_8.encode(value));
    }

    private List<String> problems() {
        Answer answer = catchThrowableOfType(Refused.class, reader::read).answer();
        assertThat(answer.status()).isEqualTo(400);
        return ((Answer.Problems) answer.body()).problems();
    }
}
