package dev.andon.topology.review;

import java.util.List;

import dev.andon.config.TopicsConfig;
import dev.andon.topology.state.ReviewStores;
import dev.andon.topology.task.TaskTopology;
import dev.andon.topology.task.TaskTopology.End;
import org.apache.kafka.streams.Topology;

/**
 * The topology of the review application.
 *
 * <pre>
 *   accepted ──────┐            ┌──▶ reviewed
 *   human-review ──┤            ├──▶ thresholds
 *                  ├──▶ review ─┤
 *   verdicts ──────┤            ├──▶ threshold-changes
 *   line-policies ─┘            └──▶ dead-letters
 *
 *   review keeps line-rules, cases, open-reviews, early-verdicts, lessons, evidence
 * </pre>
 */
public final class ReviewTopology {

    private ReviewTopology() {}

    public static Topology build(ReviewParts parts, ReviewSettings settings) {
        TopicsConfig topics = settings.topics();
        return TaskTopology.of("review", context -> new ReviewTask(context, parts, settings),
                ReviewStores.builders(settings.remember()),
                List.of(new End("accepted", topics.accepted()), new End("human-review", topics.humanReview()),
                        new End("verdicts", topics.verdicts()), new End("line-policies", topics.linePolicies())),
                List.of(new End(ReviewPublisher.REVIEWED, topics.reviewed()),
                        new End(ReviewPublisher.THRESHOLDS, topics.thresholds()),
                        new End(ReviewPublisher.CHANGES, topics.thresholdChanges()),
                        new End(ReviewPublisher.DEAD_LETTERS, topics.deadLetters())));
    }
}
