package dev.andon.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.andon.http.CallLimit.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallLimitTest {

    private final CallLimit limit = new CallLimit(1, 32);

    /** As many calls at once as the limit allows. */
    private static List<Ticket> rush(CallLimit limit) {
        List<Ticket> calls = new ArrayList<>();
        while (calls.size() < limit.value()) {
            calls.add(limit.begin(calls.size() + 1));
        }
        return calls;
    }

    @Test
    void aServerThatAnswersGetsAllCallsFromTheFirstOn() {
        for (int round = 0; round < 10; round++) {
            List<Ticket> calls = rush(limit);
            assertThat(calls).hasSize(32);
            calls.forEach(limit::answered);
        }
    }

    @Test
    void aRushThatIsTurnedAwayCountsAsFarAsItSaysSomethingNew() {
        List<Ticket> calls = rush(limit);

        calls.subList(28, 32).forEach(limit::overloaded);

        assertThat(limit.value()).as("one cut answers all four").isEqualTo(28);
        assertThat(calls.subList(28, 32)).allMatch(limit::excludes);
        calls.subList(8, 28).forEach(limit::overloaded);
        assertThat(limit.value()).isBetween(8, 14);
    }

    @Test
    void callsFromBeforeItWasLoweredDoNotRaiseIt() {
        List<Ticket> calls = rush(limit);
        limit.overloaded(calls.removeLast());

        calls.forEach(limit::answered);

        assertThat(limit.value()).isEqualTo(28);
    }

    @Test
    void itGrowsByOneForACallThatTookTheLastPlace() {
        limit.overloaded(limit.begin(32));

        limit.answered(limit.begin(28));
        limit.answered(limit.begin(28));

        assertThat(limit.value()).isEqualTo(29);
    }

    @Test
    void itDoesNotGrowWhileItIsNotUsed() {
        limit.overloaded(limit.begin(32));
        for (int call = 0; call < 1_000; call++) {
            limit.answered(limit.begin(1 + call % 27));
        }

        assertThat(limit.value()).isEqualTo(28);
    }

    @ParameterizedTest
    @CsvSource({"1, 32, 6", "4, 32, 6", "1, 256, 9", "1, 10000, 15"})
    void afterAnOutageItComesBackByDoubling(int least, int most, int rounds) {
        CallLimit collapsed = new CallLimit(least, most);
        for (int call = 0; call < 1_000; call++) {
            collapsed.overloaded(collapsed.begin(1));
        }
        assertThat(collapsed.value()).isEqualTo(least);

        for (int round = 0; round < rounds; round++) {
            rush(collapsed).forEach(collapsed::answered);
        }

        assertThat(collapsed.value()).isEqualTo(most);
    }

    /** A server with so many slots turns away at once what is beyond them, and ends calls in their order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 8, 16, 24, 31})
    void itSettlesAtWhatTheServerTakes(int slots) {
        Deque<Ticket> active = new ArrayDeque<>();
        int refused = 0;
        for (int answered = 0; answered < 10_000; answered++) {
            while (active.size() < limit.value()) {
                Ticket call = limit.begin(active.size() + 1);
                if (active.size() < slots) {
                    active.add(call);
                } else {
                    limit.overloaded(call);
                    refused++;
                }
            }
            if (answered > 1_000) {
                assertThat(limit.value()).isBetween((int) (slots * 0.9), slots + 1);
            }
            limit.answered(active.remove());
        }

        assertThat(refused).as("one in the time of a call, and the first rush").isLessThan(10_000 / slots + 32);
    }

    @Test
    void boundsThatAreEqualLeaveNothingToMove() {
        CallLimit constant = new CallLimit(8, 8);
        for (int call = 1; call <= 100; call++) {
            constant.overloaded(constant.begin(1 + call % 8));
        }

        assertThat(constant.value()).isEqualTo(8);
    }
}
