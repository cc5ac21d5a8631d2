package dev.andon.topology.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.config.Problem;
import org.jspecify.annotations.Nullable;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

/** Says what is wrong with the topics of a cluster, and how to put it right. */
public final class TopicCheck {

    private TopicCheck() {}

    /**
     * Everything that is wrong; empty where the applications can start. Key of a problem is the topic.
     *
     * @param plan  the first is the topic that the aligned ones are measured by
     * @param found by name; what is not in it does not exist
     */
    public static List<Problem> problems(List<TopicSpec> plan, Map<String, TopicState> found) {
        List<Problem> problems = new ArrayList<>();
        @Nullable
        TopicState first = found.get(plan.getFirst().name());
        for (TopicSpec spec : plan) {
            TopicState state = found.get(spec.name());
            if (state == null) {
                problems.add(problem(spec, "", "does not exist: run andon topics create"));
            } else {
                partitions(spec, state, first).ifPresent(problems::add);
                size(spec, state).ifPresent(problems::add);
                cleanup(spec, state).ifPresent(problems::add);
                TopicTimes.faults(spec, state).forEach(fault -> problems.add(problem(spec, fault.setting() + "="
                        + fault.value(), fault.why() + ": " + alter(spec, fault.setting(), fault.wanted()))));
            }
        }
        return problems;
    }

    private static Optional<Problem> partitions(TopicSpec spec, TopicState state, @Nullable TopicState first) {
        if (!spec.aligned() || first == null || state.partitions() == first.partitions()) {
            return Optional.empty();
        }
        return Optional.of(problem(spec, state.partitions() + " partitions", first.name() + " has "
                + first.partitions() + ", and a line has to have the same partition in both: delete " + spec.name()
                + " and run andon topics create --set topics.partitions=" + first.partitions()));
    }

    private static Optional<Problem> size(TopicSpec spec, TopicState state) {
        String value = state.settings().getOrDefault(MAX_MESSAGE_BYTES_CONFIG, "");
        if (value.isEmpty() || Long.parseLong(value) >= spec.largestRecord()) {
            return Optional.empty();
        }
        return Optional.of(problem(spec, MAX_MESSAGE_BYTES_CONFIG + "=" + value,
                "records of " + spec.largestRecord() + " bytes have to fit: " + alter(spec, MAX_MESSAGE_BYTES_CONFIG,
                        Long.toString(spec.largestRecord()))
                        + ", or lower images.maxBytes or images.inlineLimit"));
    }

    private static Optional<Problem> cleanup(TopicSpec spec, TopicState state) {
        String value = state.settings().getOrDefault(CLEANUP_POLICY_CONFIG, "");
        boolean right = spec.compacted() ? value.equals("compact") : !value.contains("compact");
        if (value.isEmpty() || right) {
            return Optional.empty();
        }
        String wanted = spec.compacted() ? "compact" : "delete";
        String why = spec.compacted()
                ? "what is in force on a line would be forgotten"
                : "all but the newest record of a line would go";
        return Optional.of(problem(spec, CLEANUP_POLICY_CONFIG + "=" + value,
                why + ": " + alter(spec, CLEANUP_POLICY_CONFIG, wanted)));
    }

    private static String alter(TopicSpec spec, String setting, String value) {
        return "run kafka-configs.sh --alter --entity-type topics --entity-name " + spec.name() + " --add-config "
                + setting + "=" + value;
    }

    private static Problem problem(TopicSpec spec, String value, String fix) {
        return new Problem(spec.name(), value, fix, null);
    }
}
