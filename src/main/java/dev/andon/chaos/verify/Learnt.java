package dev.andon.chaos.verify;

import java.util.List;

import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;

/**
 * What stands in the topics of learnt thresholds, which go on changing by time alone while they are read: so the changes are
 * read twice.
 *
 * @param settled    changes that stood in their topic before {@code thresholds} was read
 * @param thresholds those of a line in their order; older ones of a line may be missing
 * @param changes    that stood in their topic afterwards
 */
record Learnt(List<Stamped<ThresholdChange>> settled, List<Stamped<LineThresholds>> thresholds,
        List<Stamped<ThresholdChange>> changes) {}
