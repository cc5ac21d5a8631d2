package dev.andon.core.sampling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Tiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StillSceneTest {

    private static final Instant CAPTURED = Instant.parse("2026-03-04T05:06:07Z");
    private static final StillScene STILL = new StillScene(0.01, Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"0, 0.5, true", "10000, 0.5, true", "10001, 0.5, false", "-1, 0.5, false", "0, 0.509, true",
        "0, 0.491, true", "0, 0.511, false", "0, 0.489, false"})
    void aStillSceneIsOneThatDiffersLittleAndIsNotOld(long millisLater, double brightness, boolean still) {
        Frame frame = frame("f2", null, null, millisLater);

        OptionalDouble difference = STILL.difference(last(null, null), frame, flat(brightness), "hash");

        assertThat(difference.isPresent()).isEqualTo(still);
        difference.ifPresent(found -> assertThat(found).isCloseTo(Math.abs(brightness - 0.5), within(1e-4)));
    }

    @ParameterizedTest
    @CsvSource({"u1, p1, u1, p1, true", ", , , , true", "u1, p1, u2, p1, false", "u1, p1, , p1, false",
        ", p1, u1, p1, false", "u1, p1, u1, p2, false", "u1, , u1, p1, false"})
    void aPrecedentIsOfTheSameUnitAndTypeOfPart(@Nullable String unit, @Nullable String part,
            @Nullable String otherUnit, @Nullable String otherPart, boolean same) {
        OptionalDouble difference = STILL.difference(last(unit, part), frame("f2", otherUnit, otherPart, 1),
                flat(0.5), "hash");

        assertThat(difference.isPresent()).isEqualTo(same);
    }

    @Test
    void aPrecedentAnswersTheSameRecipe() {
        assertThat(STILL.difference(last(null, null), frame("f2", null, null, 1), flat(0.5), "other")).isEmpty();
    }

    @Test
    void noFrameIsItsOwnPrecedent() {
        assertThat(STILL.difference(last(null, null), frame("f1", null, null, 0), flat(0.5), "hash")).isEmpty();
    }

    private static Precedent last(@Nullable String unit, @Nullable String part) {
        return Precedent.of(frame("f1", unit, part, 0), 17, "hash", flat(0.5), List.of());
    }

    private static Tiles flat(double brightness) {
        return Tiles.of(64, 48, (x, y) -> brightness);
    }

    private static Frame frame(String id, @Nullable String unit, @Nullable String part, long millisLater) {
        return new Frame(new FrameId(id), new LineId("line-1"), "cam-1", null, unit, null, part,
                CAPTURED.plusMillis(millisLater), "image/jpeg", 0, "",
                new ImageSource.Reference(URI.create("file:///f")), null);
    }
}
