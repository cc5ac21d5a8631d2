package dev.andon.topology.inspect;

import java.util.List;

import dev.andon.topology.state.StateStores;
import dev.andon.topology.task.TaskTopology;
import dev.andon.topology.task.TaskTopology.End;
import org.apache.kafka.streams.Topology;

/**
 * The topology of the inspect application.
 *
 * <pre>
 *   frames ────────┐             ┌──▶ accepted
 *                  ├──▶ inspect ─┼──▶ human-review
 *   policies ──────┤             └──▶ dead-letters
 *   thresholds ────┘
 *
 *   inspect keeps line-state, in-flight, seen-frames, line-sequence, last-inspected, line-spend
 * </pre>
 */
public final class InspectTopology {

    private InspectTopology() {}

    public static Topology build(InspectParts parts, InspectSettings settings) {
        InspectTopics topics = settings.topics();
        Patience patience = new Patience(settings.patience(), parts.nanoTime());
        return TaskTopology.of("inspect", context -> new InspectTask(context, parts, settings, patience),
                StateStores.builders(),
                List.of(new End("frames", topics.frames()), new End("policies", topics.policies()),
                        new End("thresholds", topics.thresholds())),
                List.of(new End(Publisher.ACCEPTED, topics.accepted()),
                        new End(Publisher.HUMAN_REVIEW, topics.humanReview()),
                        new End(Publisher.DEAD_LETTERS, topics.deadLetters())));
    }
}
