package dev.andon.avro;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedRegistryTest {

    private final FakeRegistry registry = new FakeRegistry();
    private Instant now = Instant.EPOCH;
    private final WatchedRegistry watched = new WatchedRegistry(registry, () -> now);

    @Test
    void isNotMissedBeforeItWasAsked() {
        assertThat(watched.away()).isNull();
    }

    @Test
    void isAwayFromOneAnswerThatFailsToTheNextThatDoesNot() {
        registry.goAway("no route");
        watched.byId(7);
        assertThat(watched.away()).isEqualTo("no route");

        registry.comeBack();
        assertThat(watched.away()).isEqualTo("no route");
        watched.byId(7);

        assertThat(watched.away()).isNull();
    }

    @Test
    void everyQuestionCounts() {
        registry.goAway("no route");
        watched.accepts("s", Schemas.FRAME);
        assertThat(watched.away()).isNotNull();

        registry.comeBack();
        watched.register("s", Schemas.FRAME);
        assertThat(watched.away()).isNull();

        registry.goAway("no route");
        watched.idOf("s", Schemas.FRAME);
        assertThat(watched.away()).isNotNull();
    }

    @Test
    void isNoLongerMissedWhenNobodyAsksForIt() {
        registry.goAway("no route");
        watched.byId(7);

        now = now.plus(Duration.ofSeconds(29));
        assertThat(watched.away()).isNotNull();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(watched.away()).isNull();
    }

    @Test
    void isMissedForAsLongAsAQuestionIsUnderWay() {
        registry.goAway("no route");
        watched.byId(7);
        String[] meanwhile = new String[1];
        registry.whenAsked(() -> {
            now = now.plus(Duration.ofMinutes(5));
            meanwhile[0] = String.valueOf(watched.away());
        });

        watched.byId(7);

        assertThat(meanwhile[0]).isEqualTo("no route");
    }
}
