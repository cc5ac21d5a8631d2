package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Reply;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.fixture.ScriptedSampler;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Captions that cannot be embedded hold the frames that need it, and no others. */
class EmbeddingOutageTest {

    private static final String MODEL = "some-model";

    @TempDir
    Path directory;

    private final List<Instant> deadlines = new ArrayList<>();
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, new Away());
        bench.sampler.script(MODEL,
                (question, seed, index) -> ScriptedSampler.says(index, seed, "ok", "seen by " + index));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theFrameGoesToAPersonAndSaysWhy() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));

        Inspection inspection = inspect();

        assertThat(inspection.decision().reason()).isEqualTo(Reason.UNCERTAIN);
        assertThat(inspection.decision().detail()).isEqualTo("the uncertainty is unknown: caption-diversity could not"
                + " be computed, since the captions could not be embedded: the server is away");
        assertThat(inspection.samples()).hasSize(5);
        assertThat(inspection.uncertainty()).isNull();
        assertThat(inspection.scores()).isNotNull().extracting("byMeasure").asString().contains("answer-entropy",
                "ngram-diversity");
    }

    @Test
    void aMeasureThatNeedsNoVectorsDecidesAsEver() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25, "answer-disagreement"));

        assertThat(inspect().decision().route()).isEqualTo(Route.ACCEPTED);
    }

    @Test
    void theFrameHasNoMoreTimeThanItsRecipeGives() {
        bench.policy(TestPolicies.hurried("line-1", MODEL, Duration.ofSeconds(20)));
        Instant begun = bench.now();

        inspect();

        assertThat(deadlines).containsExactly(begun.plusSeconds(20));
    }

    @Test
    void samplesThatTookAllOfItLeaveALittleForTheirCaptions() {
        bench.policy(TestPolicies.hurried("line-1", MODEL, Duration.ofSeconds(20)));
        Instant begun = bench.now();
        bench.sampler.script(MODEL, (question, seed, index) -> {
            bench.sleep(Duration.ofSeconds(4));
            return index < 4
                    ? ScriptedSampler.says(index, seed, "ok", "seen by " + index)
                    : new Reply.Unavailable(index, "time is up");
        });

        assertThat(inspect().samples()).hasSize(4);
        assertThat(deadlines).containsExactly(begun.plusSeconds(22));
    }

    private Inspection inspect() {
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.pass(Duration.ofMillis(20));
        List<Inspection> all = new ArrayList<>(bench.accepted());
        all.addAll(bench.humanReview());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private final class Away implements Embedder {

        @Override
        public String name() {
            return "away";
        }

        @Override
        public boolean knows(String language) {
            return true;
        }

        @Override
        public Embeddings embed(List<String> texts, Instant deadline) {
            deadlines.add(deadline);
            return new Embeddings.Unavailable("the server is away");
        }
    }
}
