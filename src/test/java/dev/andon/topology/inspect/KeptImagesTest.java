package dev.andon.topology.inspect;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.FrameId;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** What is accepted can be asked again only where its image is kept. */
class KeptImagesTest {

    private static final String MODEL = "some-model";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void imagesOfNotOkFramesAreKept() {
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "bent", "the part is bent"));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        Inspection inspection = bench.accepted().getFirst();
        assertThat(inspection.decision().result()).isEqualTo(Result.NOT_OK);
        assertThat(inspection.imageBytes()).isNull();
        URI stored = inspection.image().uri();
        assertThat(stored).isNotNull();
        assertThat(Path.of(stored)).exists();
    }

    @Test
    void ofOkFramesThoseAreKeptThatAreDrawn() {
        for (int i = 0; i < 40; i++) {
            bench.frame(TestFrames.frame("line-1", "f" + i, i));
        }

        List<Inspection> accepted = bench.accepted();
        assertThat(accepted).hasSize(40).allSatisfy(inspection -> {
            FrameId frame = Objects.requireNonNull(inspection.frame().frameId());
            assertThat(inspection.image().uri() != null).isEqualTo(Bench.KEPT.has(frame));
        });
        assertThat(accepted).filteredOn(inspection -> inspection.image().uri() != null).hasSizeBetween(8, 32);
    }
}
