package dev.andon.ingest.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrameIdsTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private long drawn;
    private final FrameIds ids = new FrameIds(() -> new UUID(0, drawn++));

    @Test
    void theIdIsTheOneThatIsGiven() {
        assertThat(id(submission("l", "c", TIME, "f-1", 1))).isEqualTo(new FrameId("f-1"));
    }

    @Test
    void otherwiseItStaysWithLineCameraInstantAndImage() {
        FrameId first = id(submission("l", "c", TIME, null, 1));

        assertThat(first.value()).matches("http-[0-9a-f]{32}");
        assertThat(id(submission("l", "c", TIME, null, 1))).isEqualTo(first);
        assertThat(id(submission("m", "c", TIME, null, 1))).isNotEqualTo(first);
        assertThat(id(submission("l", "d", TIME, null, 1))).isNotEqualTo(first);
        assertThat(id(submission("l", "c", TIME.plusNanos(1), null, 1))).isNotEqualTo(first);
        assertThat(id(submission("l", "c", TIME, null, 2))).isNotEqualTo(first);
    }

    @Test
    void withoutAnInstantEachIsNew() {
        FrameId first = id(submission("l", "c", null, null, 1));

        assertThat(first.value()).isEqualTo("http-" + new UUID(0, 0));
        assertThat(id(submission("l", "c", null, null, 1))).isNotEqualTo(first);
    }

    private FrameId id(Submission submission) {
        return ids.of(submission.labels(), submission.image());
    }

    private static Submission submission(String line, String camera, @Nullable Instant capturedAt, @Nullable String id,
            int image) {
        return new Submission(new Labels(new Origin(new LineId(line), camera, null, null, List.of()),
                new Particulars("unit", null, null, capturedAt), id == null ? null : new FrameId(id)),
                ImageBytes.of(new byte[]{(byte) image}));
    }
}
