package dev.andon.ingest.cameras;

import java.io.StringReader;
import java.util.List;

import dev.andon.config.CameraConfig;
import dev.andon.config.CamerasFile;
import dev.andon.config.DataSize;
import dev.andon.core.frame.Area;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownCamerasTest {

    private static final Origin SAID = new Origin(new LineId("l"), "c", null, null, List.of());

    private final KnownCameras known = new KnownCameras();

    @Test
    void aCameraThatTheFileDoesNotKnowIsAsTheRequestSays() {
        known.follow(cameras("{camera: d, line: l, posted: {}, pictures: {masks: [\"0,0,8,8\"]}}"));

        Origin origin = known.complete(SAID);

        assertThat(origin).isEqualTo(SAID);
    }

    @Test
    void theFileSaysWhatARequestDoesNotAndMasksWhateverBringsThePictures() {
        known.follow(cameras("{camera: c, line: l, station: s, part: p, stream: {url: \"rtsp://cam/1\"},"
                + " pictures: {masks: [\"0,0,8,8\"]}}"));

        Origin origin = known.complete(SAID);

        assertThat(origin).isEqualTo(new Origin(new LineId("l"), "c", "s", "p", List.of(new Area(0, 0, 8, 8))));
    }

    @Test
    void whatARequestSaysComesFirst() {
        known.follow(cameras("{camera: c, line: l, station: s, posted: {}}"));

        Origin origin = known.complete(new Origin(new LineId("m"), "c", "t", null, List.of()));

        assertThat(origin).isEqualTo(new Origin(new LineId("m"), "c", "t", null, List.of()));
    }

    @Test
    void changesOfTheFileCount() {
        known.follow(cameras("{camera: c, line: l, posted: {}}"));

        known.follow(cameras("{camera: c, line: l, posted: {}, pictures: {masks: [\"1,1,8,8\"]}}"));

        assertThat(known.complete(SAID).masks()).containsExactly(new Area(1, 1, 8, 8));
    }

    private static List<CameraConfig> cameras(String camera) {
        return CamerasFile.read("cameras.yaml", new StringReader("cameras: [" + camera + "]"), new DataSize(1_000))
                .orElse(problems -> {
                    throw new AssertionError(problems);
                }).cameras();
    }
}
