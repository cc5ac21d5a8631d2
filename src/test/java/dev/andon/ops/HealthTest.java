package dev.andon.ops;

import java.util.concurrent.atomic.AtomicReference;

import dev.andon.ops.Condition.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class HealthTest {

    @Test
    void isUpWhereThereIsNothingToLookAt() {
        assertThat(Health.none().look().status()).isEqualTo(Level.UP);
    }

    @Test
    void isAsBadAsTheWorstCondition() {
        Health good = Health.none().with("a", () -> Condition.up("fine"));
        Health fair = good.with("b", () -> Condition.degraded("slow"));
        Health bad = good.with("c", () -> Condition.down("gone")).with("b", () -> Condition.degraded("slow"));

        assertThat(good.look().status()).isEqualTo(Level.UP);
        assertThat(fair.look().status()).isEqualTo(Level.DEGRADED);
        assertThat(fair.look().isDown()).isFalse();
        assertThat(bad.look().status()).isEqualTo(Level.DOWN);
        assertThat(bad.look().isDown()).isTrue();
    }

    @Test
    void tellsEveryConditionInOrder() {
        Health health = Health.none().with("z", () -> Condition.down("gone")).with("a", () -> Condition.up("fine"));

        assertThat(health.look().conditions()).containsExactly(entry("z", Condition.down("gone")),
                entry("a", Condition.up("fine")));
    }

    @Test
    void looksAnewEachTime() {
        AtomicReference<Condition> condition = new AtomicReference<>(Condition.down("gone"));
        Health health = Health.none().with("a", condition::get);
        Health.Report before = health.look();

        condition.set(Condition.up("back"));

        assertThat(before.status()).isEqualTo(Level.DOWN);
        assertThat(health.look().status()).isEqualTo(Level.UP);
    }

    @Test
    void whatCannotBeSeenIsDown() {
        Health health = Health.none().with("said", () -> {
            throw new IllegalStateException("the state is closed");
        }).with("silent", () -> {
            throw new UnsupportedOperationException();
        });

        assertThat(health.look().conditions()).containsEntry("said", Condition.down("the state is closed"))
                .containsEntry("silent", Condition.down("java.lang.UnsupportedOperationException"));
    }
}
