package dev.andon.it;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Where images come from and where held ones go. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class ImagesIT {

    @TempDir
    Path elsewhere;

    @Test
    void aHeldImageTravelsInlineOrGoesToTheStoreIfItIsLarge(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed("held", 1, ScriptedVlm.TORN, 0.25));
        byte[] small = TestFrames.image(7);
        byte[] large = Shots.noise(1);
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(List.of(TestFrames.frame("held", "small", small), TestFrames.frame("held", "large", large)));

            // then
            awaitDecisions(outputs, "held", 2);
            Inspection first = outputs.of("held").getFirst().inspection();
            assertThat(Objects.requireNonNull(first.imageBytes()).array()).isEqualTo(small);
            assertThat(first.image().uri()).isNull();
            Inspection second = outputs.of("held").getLast().inspection();
            assertThat(second.imageBytes()).isNull();
            assertThat(large).hasSizeGreaterThan(256 << 10)
                    .isEqualTo(Files.readAllBytes(Path.of(Objects.requireNonNull(second.image().uri()))));
        }
    }

    @Test
    void aFileWithinTheAllowedDirectoryIsInspectedAndOneOutsideIsRefused(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed("filed", 1, "steady", 0.25));
        byte[] image = TestFrames.image(8);
        Path within = Files.write(plant.shots().resolve("within.jpg"), image);
        Path outside = Files.write(elsewhere.resolve("outside.jpg"), image);
        Path link = Files.createSymbolicLink(plant.shots().resolve("link.jpg"), outside);
        Frame good = byUri("within", image, within.toUri());
        Frame bad = byUri("outside", image, outside.toUri());
        Frame sly = byUri("link", image, link.toUri());
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(List.of(good, bad, sly));

            // then
            awaitDecisions(outputs, "filed", 3);
            assertThat(outputs.of("filed")).extracting(d -> d.inspection().decision().reason())
                    .containsExactly(null, Reason.FRAME_UNREADABLE, Reason.FRAME_UNREADABLE);
            assertThat(outputs.of("filed").getFirst().inspection().image().uri()).isEqualTo(within.toUri());
            assertThat(List.of(bad, sly)).allSatisfy(frame -> assertThat(plant.vlm().answers(frame, 5)).isZero());
        }
    }

    private static Frame byUri(String id, byte[] image, URI uri) {
        Frame f = TestFrames.frame("filed", id, image);
        return new Frame(f.id(), f.line(), f.cameraId(), null, null, null, null, f.capturedAt(), f.contentType(),
                f.size(), f.sha256(), new ImageSource.Reference(uri), null);
    }
}
