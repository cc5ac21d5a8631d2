package dev.andon.core.sampling;

import java.time.Instant;
import java.util.List;

import dev.andon.core.sampling.ServerState.Condition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerStateTest {

    private static final ServerState GOOD = new ServerState(Condition.AVAILABLE, at(1), "", Instant.MIN, at(8));
    private static final ServerState LATE = new ServerState(Condition.AVAILABLE, at(5), "reset", at(4), at(6));
    private static final ServerState TRIED = new ServerState(Condition.ON_TRIAL, at(2), "HTTP 503", at(7), at(1));
    private static final ServerState RESTING = new ServerState(Condition.RESTING, at(3), "no route", at(3),
            Instant.MIN);

    @Test
    void oneServerIsAsItIs() {
        assertThat(ServerState.together(List.of(TRIED))).isEqualTo(TRIED);
    }

    @Test
    void anyThatAnswersMakesAllAvailable() {
        assertThat(ServerState.together(List.of(RESTING, LATE, TRIED, GOOD)))
                .isEqualTo(new ServerState(Condition.AVAILABLE, at(1), "HTTP 503", at(7), at(8)));
    }

    @Test
    void anOutageBeginsWithTheLastThatFails() {
        assertThat(ServerState.together(List.of(RESTING, TRIED)))
                .isEqualTo(new ServerState(Condition.ON_TRIAL, at(3), "HTTP 503", at(7), at(1)));
    }

    @Test
    void aServerThatIsBackWasAwayForThoseWhoBeganBefore() {
        assertThat(LATE.cameBackAfter(at(4))).isTrue();
        assertThat(LATE.cameBackAfter(at(5))).isFalse();
        assertThat(RESTING.cameBackAfter(at(1))).as("not back").isFalse();
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
