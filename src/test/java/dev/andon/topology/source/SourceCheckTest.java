package dev.andon.topology.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.topology.source.SourceTopic.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceCheckTest {

    private static final Map<String, String> REMEMBERED = Map.of("frames", "id-1", "line-policies", "id-2");
    private static final Map<String, Integer> CHANGELOGS = Map.of("mill-inspect-in-flight-changelog", 2);

    @Test
    void theFirstStartIsFine() {
        assertThat(problems(frames("id-1", null, 0, 9), Map.of(), Map.of())).isEmpty();
        assertThat(SourceCheck.warnings(topics(frames("id-1", null, 0, 9)), Map.of())).isEmpty();
    }

    @Test
    void soIsGoingOn() {
        assertThat(problems(frames("id-1", 5L, 3, 9), REMEMBERED, CHANGELOGS)).isEmpty();
        assertThat(SourceCheck.warnings(topics(frames("id-1", 5L, 3, 9)), REMEMBERED)).isEmpty();
    }

    @Test
    void oldOffsetsThatWouldPassOverNewRecordsAreRefused() {
        assertThat(problems(frames("id-9", 5L, 0, 9), REMEMBERED, CHANGELOGS)).singleElement().asString()
                .contains("frames was deleted and made anew", "id-1", "id-9",
                        "kafka-consumer-groups.sh --group mill-inspect --topic frames --reset-offsets --to-earliest");
    }

    @Test
    void oldOffsetsAtTheVeryEndAreRefusedToo() {
        assertThat(problems(frames("id-9", 9L, 0, 9), REMEMBERED, CHANGELOGS)).hasSize(1);
    }

    @Test
    void aTopicMadeAnewThatIsReadFromItsStartIsTold() {
        for (@Nullable
        Long committed : new @Nullable Long[]{null, 0L, 10L}) {
            SourceTopic frames = frames("id-9", committed, 0, 9);

            assertThat(problems(frames, REMEMBERED, CHANGELOGS)).isEmpty();
            assertThat(SourceCheck.warnings(topics(frames), REMEMBERED)).first().asString().contains("made anew");
        }
    }

    @Test
    void policiesMadeAnewAreRefusedAsFramesAre() {
        Map<String, SourceTopic> topics = topics(frames("id-1", 5L, 3, 9));
        topics.put("line-policies", new SourceTopic("line-policies", "id-7", readings(1L, 0, 2)));

        assertThat(SourceCheck.problems("mill-inspect", topics, REMEMBERED, CHANGELOGS)).singleElement().asString()
                .contains("topic line-policies");
    }

    @Test
    void anEndBeforeTheOffsetsIsTold() {
        assertThat(SourceCheck.warnings(topics(frames("id-1", 30L, 0, 20)), REMEMBERED)).singleElement().asString()
                .contains("ends before where it was read to", "30");
    }

    @Test
    void stateForAnotherNumberOfPartitionsIsRefused() {
        assertThat(problems(frames("id-1", 5L, 3, 9), REMEMBERED, Map.of("mill-inspect-in-flight-changelog", 8)))
                .singleElement().asString()
                .contains("frames has 2 partitions", "mill-inspect-in-flight-changelog=8", "application.id");
    }

    private static List<String> problems(SourceTopic frames, Map<String, String> remembered,
            Map<String, Integer> changelogs) {
        return SourceCheck.problems("mill-inspect", topics(frames), remembered, changelogs);
    }

    private static Map<String, SourceTopic> topics(SourceTopic frames) {
        Map<String, SourceTopic> topics = new LinkedHashMap<>();
        topics.put("frames", frames);
        topics.put("line-policies", new SourceTopic("line-policies", "id-2", readings(2L, 0, 2)));
        return topics;
    }

    /** Both partitions are alike. */
    private static SourceTopic frames(String id, @Nullable Long committed, long start, long end) {
        return new SourceTopic("frames", id, readings(committed, start, end));
    }

    private static Map<Integer, Reading> readings(@Nullable Long committed, long start, long end) {
        Reading reading = new Reading(committed, start, end);
        return Map.of(0, reading, 1, reading);
    }
}
