package dev.andon.it;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.cli.CommandRun;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.core.review.Reviewed;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.Judgements;
import dev.andon.fixture.S3Server;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.images.ImageStore;
import dev.andon.images.s3.S3Images;
import dev.andon.images.s3.S3Keys;
import dev.andon.images.s3.S3Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Images in a bucket, from the frame to their end. */
@ExtendWith(SharedCluster.class)
class ImageStoreIT {

    private static final String BUCKET = "images";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private S3Server server;
    private List<String> settings;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.start(directory.resolve("buckets"), BUCKET);
        settings = List.of("images.store=s3://" + BUCKET + "/plant-7", "images.s3.endpoint=" + server.address(),
                "images.s3.accessKeyFile=" + Files.writeString(directory.resolve("access"), S3Server.ACCESS_KEY),
                "images.s3.secretKeyFile=" + Files.writeString(directory.resolve("secret"), S3Server.SECRET_KEY));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aLargeHeldImageGoesToTheBucketAndIsReadFromThere(Cluster cluster) throws Exception {
        try (Plant plant = Plant.build("bucket", directory, cluster); Outputs outputs = plant.outputs()) {
            // given
            plant.decree(TestPolicies.fixed("held", 1, ScriptedVlm.TORN, 0.25));
            plant.decree(TestPolicies.fixed("again", 1, "steady", 0.25));
            plant.startWhole(settings);
            byte[] image = Shots.noise(1);

            // when
            plant.take(List.of(TestFrames.frame("held", "first", image)));

            // then it is in the bucket
            awaitDecisions(outputs, "held", 1);
            Inspection held = outputs.of("held").getFirst().inspection();
            URI uri = Objects.requireNonNull(held.image().uri());
            assertThat(uri).hasToString("s3://images/plant-7/sha256/" + Sha256.hex(image).substring(0, 2) + "/"
                    + Sha256.hex(image).substring(2) + ".png");
            assertThat(server.file(uri)).hasBinaryContent(image);

            // and can be read from there, and from no other bucket
            plant.take(List.of(at("here", image, uri), at("elsewhere", image, URI.create("s3://other/a.png"))));
            awaitDecisions(outputs, "again", 2);
            assertThat(outputs.of("again")).extracting(d -> d.inspection().decision().reason())
                    .containsExactly(null, Reason.FRAME_UNREADABLE);
            assertThat(outputs.of("again").getLast().inspection().decision().detail())
                    .contains("s3://other/a.png is outside of images.store, which is s3://images/plant-7");

            // and waits for its verdict
            assertThat(prune(plant, "--dry-run").at("/outcomes/OPEN_REVIEW/images").asInt()).isOne();
            assertThat(plant.run("verdict", held.id(), "--line", "held", "--result", "OK", "--reviewer", "R. Viewer")
                    .exitCode()).isZero();
            await().until(() -> prune(plant, "--dry-run").at("/outcomes/HELD/images").asInt() == 1);

            // and where the server is away, the decision is made all the same, and the log says what is missing
            server.stop();
            plant.take(List.of(TestFrames.frame("held", "second", Shots.noise(2))));
            awaitDecisions(outputs, "held", 2);
            Inspection second = outputs.of("held").getLast().inspection();
            assertThat(second.decision().reason()).isEqualTo(held.decision().reason());
            assertThat(second.image().uri()).isNull();
            assertThat(second.imageBytes()).isNull();
            assertThat(plant.log()).contains("could not be stored and can be found in its topic alone",
                    server.address() + " does not answer").doesNotContain(S3Server.SECRET_KEY);
        }
    }

    @Test
    void pruneGoesByWhatBecameOfEachImage(Cluster cluster) throws Exception {
        Instant now = Instant.now();
        try (Plant plant = Plant.build("pruned", directory, cluster); S3Images images = connect()) {
            // given
            ImageStore store = images.store();
            URI open = keep(store, 1, now.minus(days(200)));
            URI heldLongAgo = keep(store, 2, now.minus(days(200)));
            URI held = keep(store, 3, now.minus(days(200)));
            URI badLongAgo = keep(store, 4, now.minus(days(200)));
            URI bad = keep(store, 5, now.minus(days(200)));
            URI acceptedLongAgo = keep(store, 6, now.minus(days(8)));
            URI accepted = keep(store, 7, now.minus(days(8)));
            URI keptAgain = keep(store, 8, now);
            keep(store, 9, now.minus(days(15)));
            URI lost = keep(store, 10, now.minus(days(13)));
            URI waiting = keep(store, 11, now.minus(days(30)));
            plant.publish(List.of(Judgements.held("open", open, now.minus(days(200))),
                    Judgements.held("heldLongAgo", heldLongAgo, now.minus(days(200))),
                    Judgements.held("held", held, now.minus(days(200))),
                    Judgements.accepted("badLongAgo", badLongAgo, now.minus(days(181)), Result.NOT_OK),
                    Judgements.accepted("bad", bad, now.minus(days(200)), Result.OK),
                    Judgements.accepted("acceptedLongAgo", acceptedLongAgo, now.minus(days(8)), Result.OK),
                    Judgements.accepted("accepted", accepted, now.minus(days(6)), Result.OK),
                    Judgements.accepted("keptAgain", keptAgain, now.minus(days(200)), Result.OK)),
                    List.of(Judgements.reviewed("heldLongAgo", Result.OK, now.minus(days(91))),
                            Judgements.reviewed("held", Result.OK, now.minus(days(89))),
                            Judgements.reviewed("bad", Result.NOT_OK, now.minus(days(179)))));
            plant.take(at("waiting", TestFrames.image(11), waiting), now.minus(days(30)));

            // when
            JsonNode dry = prune(plant, "--dry-run");
            List<URI> before = there(images);
            JsonNode real = prune(plant);

            // then
            assertThat(before).hasSize(11);
            assertThat(there(images)).containsExactlyInAnyOrder(open, held, bad, accepted, keptAgain, lost, waiting);
            assertThat(real.get("outcomes")).isEqualTo(dry.get("outcomes"));
            assertThat(deleted(real)).isEqualTo("OPEN_REVIEW 0 of 1, FRAME 0 of 1, NOT_OK 1 of 2, HELD 1 of 2,"
                    + " SAMPLE 0 of 0, ACCEPTED 1 of 3, UNREFERENCED 1 of 2");
        }
    }

    private JsonNode prune(Plant plant, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("images", "prune", "--json"));
        words.addAll(List.of(options));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        CommandRun run = plant.run(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out().lines().toList().getLast());
    }

    private static String deleted(JsonNode json) {
        return String.join(", ", json.get("outcomes").propertyStream().map(outcome -> outcome.getKey() + " "
                + outcome.getValue().get("deleted").asInt() + " of " + outcome.getValue().get("images").asInt())
                .toList());
    }

    private URI keep(ImageStore store, int shade, Instant at) throws Exception {
        byte[] image = TestFrames.image(shade);
        URI uri = store.put(ImageBytes.of(image), Sha256.hex(image), "image/jpeg");
        Files.setLastModifiedTime(server.file(uri), FileTime.from(at));
        return uri;
    }

    private static List<URI> there(S3Images images) throws Exception {
        List<URI> there = new ArrayList<>();
        images.stock().each(image -> there.add(URI.create("s3://" + BUCKET + "/plant-7/" + image.name())));
        return there;
    }

    private S3Images connect() {
        return S3Images.connect(new S3Settings(BUCKET, "plant-7", server.address(), "us-east-1",
                new S3Keys(S3Server.ACCESS_KEY, S3Server.SECRET_KEY), true, Duration.ofSeconds(5),
                Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    private static Frame at(String id, byte[] image, URI uri) {
        return TestFrames.frame("again", id, image).with("image/png", new ImageSource.Reference(uri));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
