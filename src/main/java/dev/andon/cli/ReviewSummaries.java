package dev.andon.cli;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;

/** One line about a verdict, or about what came of verdicts. */
final class ReviewSummaries {

    private static final int LONGEST_COMMENT = 200;

    private ReviewSummaries() {}

    static String of(Verdict verdict) {
        return verdict.result() + (verdict.label() == null ? "" : " " + Printable.of(verdict.label()))
                + "  inspection " + verdict.inspectionId() + "  by " + Printable.of(verdict.reviewer())
                + " from " + basis(verdict)
                + (verdict.duration() == null ? "" : " in " + verdict.duration().toMillis() / 1000.0 + " s")
                + (verdict.supersedes() == null ? "" : "  in place of " + verdict.supersedes())
                + (verdict.comment() == null ? "" : "  " + Printable.shortened(verdict.comment(), LONGEST_COMMENT));
    }

    static String of(Reviewed reviewed) {
        Inspected inspected = reviewed.inspected();
        return (reviewed.overruled() ? "OVERRULED " + inspected.result() + " → " : "") + reviewed.finalResult()
                + "  inspection " + inspected.inspectionId() + "  frame " + inspected.subject().frame()
                + "  #" + inspected.lineSequence()
                + "  " + Listing.count(reviewed.verdicts().size(), "verdict")
                + (reviewed.verdicts().isEmpty() ? "" : ", " + of(reviewed.verdicts().getLast()));
    }

    static String of(LineThresholds thresholds) {
        return thresholds.recipes().isEmpty()
                ? "no recipe whose threshold is learnt"
                : thresholds.recipes().stream().map(ReviewSummaries::of).collect(Collectors.joining("; "));
    }

    static String of(ThresholdChange change) {
        return change.recipe().id() + " (revision " + change.recipe().revision() + ")  "
                + Summaries.number(change.oldValue()) + " → " + Summaries.number(change.newValue()) + "  version "
                + change.newVersion() + "  " + change.mode() + "  " + change.cause() + ": " + change.evidence();
    }

    private static String of(LearntThreshold learnt) {
        LearntThreshold.Progress progress = learnt.progress();
        return learnt.recipe().id() + " (revision " + learnt.recipe().revision() + ") "
                + Summaries.number(learnt.value()) + " version " + learnt.version() + " " + learnt.mode()
                + (learnt.validUntil() == null ? "" : " until " + learnt.validUntil())
                + (progress.verdictsToGo() == null
                        ? ""
                        : ", " + Listing.count(progress.verdictsToGo(), "verdict") + " to go")
                + (progress.alarm() == null ? "" : ", ALARM " + progress.alarm()) + ", " + learnt.evidence();
    }

    private static String basis(Verdict verdict) {
        return switch (verdict.basis()) {
            case IMAGE -> "the image";
            case PART -> "the part";
            case DOWNSTREAM -> verdict.basis().name().toLowerCase(Locale.ROOT);
        };
    }
}
