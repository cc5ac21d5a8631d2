package dev.andon.topology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges whether an application can go on reading its topics where it was. */
public final class SourceCheck {

    private SourceCheck() {}

    /**
     * Why it cannot, with what to do: a sentence or more for each reason; empty where it can.
     *
     * @param remembered ids of the topics that were read so far, by name
     */
    public static List<String> problems(String applicationId, Map<String, SourceTopic> topics,
            Map<String, String> remembered, Map<String, Integer> changelogs) {
        List<String> problems = new ArrayList<>();
        for (SourceTopic topic : topics.values()) {
            if (isAnew(topic, remembered) && topic.skips()) {
                problems.add("topic " + topic.name() + " was deleted and made anew (its id was "
                        + remembered.get(topic.name()) + " and is " + topic.id() + "), but the offsets of group "
                        + applicationId + " are from the old one and would pass over records of the new one: run"
                        + " kafka-consumer-groups.sh --group " + applicationId + " --topic " + topic.name()
                        + " --reset-offsets --to-earliest --execute and start again; frames that were decided"
                        + " meanwhile are recognised by id and not decided twice, but only the last"
                        + " inspect.seenFramesPerLine of each line: start with a number that covers all of the new"
                        + " topic");
            }
        }
        topics.values().stream().findFirst().ifPresent(first -> {
            Map<String, Integer> others = new TreeMap<>(changelogs);
            others.values().removeIf(count -> count == first.partitions().size());
            if (!others.isEmpty()) {
                problems.add(repartitioned(applicationId, first, others));
            }
        });
        return problems;
    }

    /** What is no reason to stop, but has to be told. */
    public static List<String> warnings(Map<String, SourceTopic> topics, Map<String, String> remembered) {
        List<String> warnings = new ArrayList<>();
        for (SourceTopic topic : topics.values()) {
            if (isAnew(topic, remembered)) {
                warnings.add("topic " + topic.name() + " was deleted and made anew: it is read from its start, and what"
                        + " was in flight from the old one is held as SOURCE_LOST");
            }
            if (topic.isPastTheEnd()) {
                warnings.add("topic " + topic.name() + " ends before where it was read to ("
                        + where(topic, SourceTopic.Reading::isPastTheEnd) + "): it was made anew or has lost records;"
                        + " it is read from its start");
            }
        }
        return warnings;
    }

    private static boolean isAnew(SourceTopic topic, Map<String, String> remembered) {
        return remembered.containsKey(topic.name()) && !topic.id().equals(remembered.get(topic.name()));
    }

    private static String repartitioned(String applicationId, SourceTopic topic, Map<String, Integer> changelogs) {
        return "topic " + topic.name() + " has " + topic.partitions().size() + " partitions, but state was kept for "
                + changelogs + ": lines stand on other partitions now, away from their order, policies and frames in"
                + " flight. Make " + topic.name() + " anew with as many partitions as the state has. To keep the new"
                + " number, start under another application.id than " + applicationId.replaceFirst("-inspect$", "")
                + ", which begins anew: frames that are kept are decided once more, and those in flight under the old"
                + " id stay undecided";
    }

    private static String where(SourceTopic topic, Predicate<SourceTopic.Reading> which) {
        return new TreeMap<>(topic.partitions()).entrySet().stream().filter(one -> which.test(one.getValue()))
                .map(one -> "partition " + one.getKey() + " was read to " + one.getValue().committed() + " and has "
                        + one.getValue().start() + " to " + one.getValue().end())
                .collect(Collectors.joining(", "));
    }
}
