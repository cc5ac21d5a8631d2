package dev.andon.topology.inspect;

import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.decision.Lot;
import dev.andon.core.frame.FrameId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {

    private static final List<FrameId> FRAMES = IntStream.range(0, 20_000).mapToObj(i -> new FrameId("f" + i)).toList();

    @Test
    void aShareIsDrawnAndTheSameOneEachTime() {
        Scope scope = new Scope.Drawn("andon", 0.1);

        List<FrameId> drawn = FRAMES.stream().filter(scope::has).toList();

        assertThat(drawn).hasSizeBetween(1_800, 2_200);
        assertThat(FRAMES.stream().filter(new Scope.Drawn("andon", 0.1)::has)).containsExactlyElementsOf(drawn);
        assertThat(FRAMES.stream().filter(new Scope.Drawn("andon", 0.2)::has)).as("a larger share has them all")
                .containsAll(drawn);
        assertThat(FRAMES.stream().filter(new Scope.Drawn("mill", 0.1)::has)).isNotEqualTo(drawn);
    }

    @Test
    void everyFrameIsDrawnWithAShareOfOne() {
        assertThat(FRAMES).allMatch(new Scope.Drawn("andon", 1)::has);
    }

    /** Otherwise the frames that people judge would be those that the shadow decides, or none of them. */
    @Test
    void theDrawSaysNothingOfAudits() {
        Scope scope = new Scope.Drawn("andon", 0.1);

        List<FrameId> audited = FRAMES.stream().filter(frame -> Lot.of("andon", frame) < 0.1).toList();

        assertThat(audited.stream().filter(scope::has).count()).isBetween(140L, 260L);
    }
}
