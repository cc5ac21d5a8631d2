package dev.andon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.LineId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CameraTableTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final CameraStatus FULL = new CameraStatus(1.94, NOW.minusMillis(400),
            new CameraStatus.Counts(NOW.minusSeconds(9_000), 7_200, 0, 3, 7_100, 80, 2),
            new CameraStatus.Waiting(13_107_200, 2_147_483_648L, Duration.ofSeconds(61)),
            new CameraStatus.Quality(123.45, 0.512, 1.75));
    private static final CameraStatus EMPTY = new CameraStatus(0, null,
            new CameraStatus.Counts(NOW, 0, 0, 0, 0, 0, 0), new CameraStatus.Waiting(0, 0, null),
            CameraStatus.Quality.NONE);

    @Test
    void eachCameraHasALineWithItsFigures() {
        CameraEvent degraded = event("cam-1", EventKind.STATE, CameraState.DEGRADED, 5, "the picture\u001b[2J is black",
                FULL);
        CameraEvent starting = event("cam-22", EventKind.STATUS, CameraState.STARTING, 1, "", EMPTY);

        String table = printed(degraded, starting);

        assertThat(table.lines()).containsExactly(
                "CAMERA  LINE       STATE     FOR    FPS  LAST FRAME  PUBLISHED  DROPPED  UNFIT  RESTARTS  WAITING"
                        + "                            SHARPNESS  EXPOSURE  NOISE  DETAIL",
                "cam-1   bracket-1  DEGRADED  2 min  1.9  0.4 s       7100       80       3      2         "
                        + "12.5 MB, 2.0 GB on disk, for 61 s  123.5      0.51      1.8    the picture·[2J is black",
                "cam-22  bracket-1  STARTING  2 min  0.0  -           0          0        0      0         -"
                        + "                                  -          -         -");
    }

    @Test
    void oneThatFellSilentIsUnknown() {
        CameraEvent silent = event("cam-1", EventKind.STATUS, CameraState.ONLINE, 31, "", FULL);
        CameraEvent late = event("cam-2", EventKind.STATUS, CameraState.ONLINE, 30, "", FULL);

        String table = printed(silent, late);

        assertThat(table).containsPattern("cam-1 .* UNKNOWN +31 s +- .*nothing was heard of it since"
                + " 2026-03-04T05:05:36Z, when it was online: does its process run\\?");
        assertThat(table).containsPattern("cam-2 .* ONLINE +2 min +1.9 ");
    }

    @Test
    void whatHappenedBesidesIsNamed() {
        CameraEvent dropped = event("cam-1", new EventKind("OF_A_LATER_VERSION"), CameraState.ONLINE, 1, "it rains",
                FULL);

        assertThat(printed(dropped)).contains("ONLINE").contains("OF_A_LATER_VERSION: it rains");
    }

    @Test
    void programsGetEveryField() throws JsonProcessingException {
        CameraEvent silent = event("cam-1", EventKind.STATUS, CameraState.DEGRADED, 31, "black", FULL);

        JsonNode json = new ObjectMapper().readTree(CameraJson.of(silent, NOW));

        assertThat(json.path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(json.path("lastState").asText()).isEqualTo("DEGRADED");
        assertThat(json.path("since").asText()).isEqualTo("2026-03-04T05:05:36Z");
        assertThat(json.path("causes").path(0).asText()).isEqualTo("black");
        assertThat(json.path("published").asLong()).isEqualTo(7_100);
        assertThat(json.path("oldestWaitingMillis").asLong()).isEqualTo(61_000);
        assertThat(json.path("noise").asDouble()).isEqualTo(1.75);
        assertThat(json.path("station").isNull()).isTrue();
    }

    private static CameraEvent event(String camera, EventKind kind, CameraState state, int secondsAgo, String detail,
            CameraStatus status) {
        return new CameraEvent(camera, new LineId("bracket-1"), null, NOW.minusSeconds(secondsAgo), kind, state,
                NOW.minusSeconds(150), List.of("black"), detail, status);
    }

    private static String printed(CameraEvent... events) {
        StringWriter text = new StringWriter();
        CameraTable.of(List.of(events), NOW).print(new PrintWriter(text, true));
        return text.toString();
    }
}
