package dev.andon.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.core.frame.Sha256;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures that a gateway sends: what the answers say is what stands in the topic. */
@ExtendWith(SharedCluster.class)
class HttpIngestIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] IMAGE = TestFrames.image(7);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;
    private Processor door;
    private URI address;

    @BeforeEach
    void start(Cluster cluster) throws Exception {
        plant = Plant.build("http-ingest", directory, cluster);
        Path token = Files.writeString(directory.resolve("token"), "t0ken\n");
        Path out = directory.resolve("door.out");
        door = Processor.start(List.of("ingest", "http", "--token-file", token.toString(), "--config",
                directory.resolve("andon.yaml").toString()), out, directory.resolve("andon.log"));
        await().until(() -> Files.readString(out).endsWith("/frames\n"));
        assertThat(Files.readString(out)).startsWith("frames are taken at http://127.0.0.1:");
        address = URI.create(Files.readString(out).strip().replaceFirst(".* ", ""));
    }

    @AfterEach
    void end() {
        door.close();
        plant.close();
        client.close();
    }

    @Test
    void answersSayWhereFramesStand() throws Exception {
        // when
        HttpResponse<String> bare = send(post().header("Content-Type", "image/jpeg").header("Andon-Line", "%E7%B5%84-1")
                .header("Andon-Camera", "cam-1").header("Andon-Unit", "SN-1")
                .header("Andon-Captured-At", "2026-01-02T03:04:05+09:00").POST(BodyPublishers.ofByteArray(IMAGE)));
        HttpResponse<String> form = send(post().header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(BodyPublishers.ofString(field("line", "組-1") + field("camera", "cam-1")
                        + field("unit", "SN-2") + field("frameId", "f-2")
                        + "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\n\r\n", UTF_8),
                        BodyPublishers.ofByteArray(IMAGE), BodyPublishers.ofString("\r\n--b--\r\n"))));
        HttpResponse<String> foreign = send(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));

        // then
        assertThat(List.of(bare, form)).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(foreign.statusCode()).isEqualTo(401);
        List<JsonNode> frames = frames();
        assertThat(frames).hasSize(2).allSatisfy(frame -> {
            assertThat(frame.path("key").textValue()).isEqualTo("組-1");
            assertThat(frame.findValue("sha256").textValue()).isEqualTo(Sha256.hex(IMAGE));
        });
        assertSays(bare, frames.get(0), "SN-1");
        assertThat(frames.get(0).findValue("frameId").textValue()).matches("http-[0-9a-f]{32}");
        assertSays(form, frames.get(1), "SN-2");
        assertThat(frames.get(1).findValue("frameId").textValue()).isEqualTo("f-2");
        assertThat(door.stop()).isZero();
        assertThat(plant.log()).doesNotContain("t0ken");
    }

    private HttpRequest.Builder post() {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer t0ken");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private List<JsonNode> frames() throws IOException {
        List<JsonNode> frames = new ArrayList<>();
        for (String line : plant.run("tail", "frames", "--from", "beginning", "--no-follow", "--json").out().lines()
                .toList()) {
            frames.add(JSON.readTree(line));
        }
        return frames;
    }

    private static void assertSays(HttpResponse<String> answer, JsonNode frame, String unit) throws IOException {
        JsonNode said = JSON.readTree(answer.body());
        assertThat(said.path("frameId")).isEqualTo(frame.findValue("frameId"));
        assertThat(said.path("topic")).isEqualTo(frame.path("topic"));
        assertThat(said.path("partition").longValue()).isEqualTo(frame.path("partition").longValue());
        assertThat(said.path("offset").longValue()).isEqualTo(frame.path("offset").longValue());
        assertThat(frame.findValue("unitId").toString()).contains(unit);
    }
}
