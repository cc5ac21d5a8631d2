package dev.andon.topology.provisioning;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicCheckTest {

    private static final List<TopicSpec> PLAN = TopicPlan.of(config());

    @Test
    void topicsAsPlannedAreRight() {
        assertThat(TopicCheck.problems(PLAN, asPlanned())).isEmpty();
    }

    @Test
    void thePlanIsThatOfTheDesign() {
        assertThat(PLAN).extracting(TopicSpec::name).containsExactly("mill.frames", "mill.line-policies",
                "mill.thresholds", "mill.accepted", "mill.human-review", "mill.verdicts", "mill.reviewed",
                "mill.threshold-changes", "mill.dead-letters", "mill.camera-events", "mill.shadow-policies",
                "mill.shadow");
        assertThat(PLAN).allSatisfy(spec -> assertThat(spec.partitions()).isEqualTo(8));
        assertThat(PLAN.get(0).settings()).containsEntry("cleanup.policy", "delete")
                .containsEntry("max.message.bytes", "22020096").containsEntry("min.insync.replicas", "2");
        assertThat(PLAN.subList(1, 3)).allSatisfy(spec -> assertThat(spec.settings())
                .containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms"));
    }

    @ParameterizedTest
    @CsvSource({"mill.accepted, 180", "mill.shadow, 180", "mill.human-review, 180", "mill.reviewed, 180",
        "mill.verdicts, 1825",
        "mill.threshold-changes, 1825"})
    void decisionsAreKeptForMonthsAndWhatIsLearntFromForYears(String topic, long days) {
        assertThat(PLAN).filteredOn(spec -> spec.name().equals(topic)).singleElement().satisfies(
                spec -> assertThat(spec.settings()).containsEntry("retention.ms",
                        Long.toString(Duration.ofDays(days).toMillis())));
    }

    @Test
    void aMissingTopicIsAProblem() {
        Map<String, TopicState> found = asPlanned();
        found.remove("mill.accepted");

        assertThat(TopicCheck.problems(PLAN, found)).extracting(Problem::key).containsExactly("mill.accepted");
    }

    @Test
    void partitionsThatDifferFromThoseOfFramesAreAProblem() {
        Map<String, TopicState> found = asPlanned();
        found.put("mill.line-policies", new TopicState("mill.line-policies", 3, 3, Map.of()));

        assertThat(TopicCheck.problems(PLAN, found)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("mill.line-policies");
            assertThat(problem.value()).isEqualTo("3 partitions");
            assertThat(problem.fix()).contains("mill.frames has 8").contains("topics.partitions=8");
        });
    }

    @Test
    void otherThanPlannedButEqualPartitionsAreRight() {
        Map<String, TopicState> found = asPlanned();
        found.replaceAll((name, state) -> new TopicState(name, 2, 1, state.settings()));

        assertThat(TopicCheck.problems(PLAN, found)).isEmpty();
    }

    @Test
    void cameraEventsMayHaveAnyNumberOfPartitions() {
        Map<String, TopicState> found = asPlanned();
        found.put("mill.camera-events", new TopicState("mill.camera-events", 1, 3, Map.of()));

        assertThat(TopicCheck.problems(PLAN, found)).isEmpty();
    }

    @Test
    void applicationsStartWithoutTheTopicOfTheCameras() {
        Map<String, TopicState> found = asPlanned();
        found.remove("mill.camera-events");

        assertThat(TopicCheck.problems(TopicPlan.ofApplications(config()), found)).isEmpty();
        assertThat(TopicCheck.problems(TopicPlan.ofCameras(config()), found)).extracting(Problem::key)
                .containsExactly("mill.camera-events");
    }

    @Test
    void onlyTheShadowNeedsTopicsOfItsOwn() {
        Map<String, TopicState> found = asPlanned();
        found.remove("mill.shadow-policies");
        found.remove("mill.shadow");

        assertThat(TopicCheck.problems(TopicPlan.ofApplications(config()), found)).isEmpty();
        assertThat(TopicCheck.problems(TopicPlan.ofCameras(config()), found)).isEmpty();
        assertThat(TopicCheck.problems(TopicPlan.ofShadow(config()), found)).extracting(Problem::key)
                .containsExactly("mill.shadow-policies", "mill.shadow");
    }

    @Test
    void thresholdsThatAreNotCompactedAreAProblem() {
        assertThat(TopicCheck.problems(PLAN, with("mill.thresholds", "cleanup.policy", "delete"))).singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("forgotten", "cleanup.policy=compact"));
    }

    @Test
    void tooSmallMessagesAndWrongCleanupAreProblems() {
        Map<String, TopicState> found = asPlanned();
        found.put("mill.frames", new TopicState("mill.frames", 8, 3, Map.of("max.message.bytes", "1048588",
                "cleanup.policy", "delete,compact")));
        found.put("mill.line-policies", new TopicState("mill.line-policies", 8, 3, Map.of("cleanup.policy",
                "delete")));

        assertThat(TopicCheck.problems(PLAN, found)).extracting(Problem::value).containsExactly(
                "max.message.bytes=1048588", "cleanup.policy=delete,compact", "cleanup.policy=delete");
    }

    @ParameterizedTest
    @CsvSource({
        "mill.frames,        retention.ms,                    3599999,       deleted before they are read,   259200000",
        "mill.accepted,      retention.ms,                    3600000,       deleted before they are read,   15552000000",
        "mill.verdicts,      retention.ms,                    3600000,       deleted before they are read,   157680000000",
        "mill.dead-letters,  retention.ms,                    86399999,      deleted before they are read,   2419200000",
        "mill.frames,        message.timestamp.type,          LogAppendTime, brought into one order,         CreateTime",
        "mill.line-policies, message.timestamp.type,          LogAppendTime, brought into one order,         CreateTime",
        "mill.frames,        message.timestamp.before.max.ms, 60000,         that come late are refused,     9223372036854775807",
        "mill.human-review,  message.timestamp.after.max.ms,  1000,          refused where clocks differ,    3600000"})
    void settingsOfTimeThatLoseRecordsAreProblems(String topic, String setting, String value, String why,
            String wanted) {
        Map<String, TopicState> found = with(topic, setting, value);

        assertThat(TopicCheck.problems(PLAN, found)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(topic);
            assertThat(problem.value()).isEqualTo(setting + "=" + value);
            assertThat(problem.fix()).contains(why,
                    "--entity-name " + topic + " --add-config " + setting + "=" + wanted);
        });
    }

    @ParameterizedTest
    @CsvSource({"mill.frames, retention.ms, 3600000", "mill.frames, retention.ms, -1",
        "mill.line-policies, retention.ms, 1000", "mill.accepted, retention.ms, 86400000",
        "mill.frames, message.timestamp.before.max.ms, 3600000",
        "mill.frames, message.timestamp.after.max.ms, 9223372036854775807"})
    void otherSettingsOfTimeAreRight(String topic, String setting, String value) {
        assertThat(TopicCheck.problems(PLAN, with(topic, setting, value))).isEmpty();
    }

    private static Map<String, TopicState> with(String topic, String setting, String value) {
        Map<String, TopicState> found = asPlanned();
        found.computeIfPresent(topic, (name, state) -> {
            Map<String, String> settings = new HashMap<>(state.settings());
            settings.put(setting, value);
            return new TopicState(name, state.partitions(), state.replicationFactor(), settings);
        });
        return found;
    }

    private static Map<String, TopicState> asPlanned() {
        Map<String, TopicState> found = new HashMap<>();
        PLAN.forEach(spec -> found.put(spec.name(), new TopicState(spec.name(), spec.partitions(),
                spec.replicationFactor(), spec.settings())));
        return found;
    }

    private static AndonConfig config() {
        return ConfigLoader.load(null, Map.of(), List.of("topics.prefix=mill.")).orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
    }
}
