package dev.andon.it;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import dev.andon.core.frame.Frame;
import dev.andon.it.Outputs.Published;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to hold whatever happened in between. */
final class Guarantees {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Guarantees() {}

    /** Waits generously, looking often. */
    static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50));
    }

    /** Waits until there are as many decisions and dead letters as that. */
    static void awaitCount(Outputs outputs, int count) {
        await().until(() -> outputs.look().count() >= count);
    }

    /** Waits until a line has as many decisions as that. */
    static void awaitDecisions(Outputs outputs, String line, int count) {
        await().until(() -> outputs.look().of(line).size() >= count);
    }

    /** Waits until no frame is in flight. */
    static void awaitEmpty(LedgerView ledger) {
        await().until(() -> ledger.look().size() == 0);
    }

    /** Every frame has exactly one decision, numbered without gaps in the order in which the frames were sent. */
    static void assertEachOnceInOrder(Outputs outputs, Collection<Frame> sent) {
        Map<String, List<Frame>> byLine = sent.stream().collect(Collectors.groupingBy(frame -> frame.line().value()));
        byLine.forEach((line, frames) -> {
            List<Published> decisions = outputs.of(line);
            assertThat(decisions).extracting(Published::frameId)
                    .containsExactlyElementsOf(frames.stream().map(frame -> frame.id().value()).toList());
            assertThat(decisions).extracting(Published::sequence)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, frames.size()).boxed().toList());
            assertInOrderPerTopic(decisions);
        });
    }

    private static void assertInOrderPerTopic(List<Published> decisions) {
        decisions.stream().collect(Collectors.groupingBy(decision -> decision.record().topic()))
                .forEach((_, ofTopic) -> assertThat(ofTopic)
                        .isSortedAccordingTo(Comparator.comparingLong(decision -> decision.record().offset())));
    }
}
