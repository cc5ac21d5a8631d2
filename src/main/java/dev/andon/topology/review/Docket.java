package dev.andon.topology.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Chain;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.topology.review.LineRules.InForce;
import dev.andon.topology.state.Cases;
import dev.andon.topology.state.OpenReviews;

/** Brings inspections and verdicts together, and tells those who learn from them. One thread. */
final class Docket {

    /** What became of a verdict. */
    enum Hearing {
        /** It counts, or did so before. */
        HEARD,
        /** Nobody knows its inspection. */
        UNKNOWN_INSPECTION,
        /** There are too many on the same inspection: no record could hold them all. */
        TOO_MANY
    }

    /** Verdicts on one inspection: with the largest of them that are taken, their record stays below a megabyte. */
    static final int MOST_VERDICTS = 50;

    private final Cases cases;
    private final OpenReviews open;
    private final LineRules rules;
    private final LineLearning learning;
    private final ReviewPublisher publisher;

    Docket(Cases cases, OpenReviews open, LineRules rules, LineLearning learning, ReviewPublisher publisher) {
        this.cases = cases;
        this.open = open;
        this.rules = rules;
        this.learning = learning;
        this.publisher = publisher;
    }

    /** An inspection came, or its audit copy, in whatever order. */
    void enter(Inspected inspected, Instant now) {
        LineId line = inspected.subject().line();
        Reviewed known = cases.find(line, inspected.inspectionId(), now);
        if (known == null) {
            cases.put(new Reviewed(inspected.inspectionId(), null, inspected, List.of(), inspected.result(), false));
            tell(inspected, (recipe, inForce) -> learning.seen(line, recipe.id(),
                    Facts.seen(inspected, recipe, inForce.recipe().threshold().learning()), now));
        } else if (inspected.purpose() != null) {
            cases.put(new Reviewed(known.id(), known.supersedes(), inspected, known.verdicts(), known.finalResult(),
                    known.overruled()));
        }
        Purpose purpose = inspected.purpose();
        if (purpose != null && (known == null || known.verdicts().isEmpty())) {
            open.open(inspected, purpose);
        }
    }

    /** Somebody judged an inspection. */
    Hearing judge(Verdict verdict, Instant now) {
        Reviewed known = cases.find(verdict.line(), verdict.inspectionId(), now);
        if (known == null) {
            return Hearing.UNKNOWN_INSPECTION;
        }
        Chain before = new Chain(known.verdicts());
        if (before.has(verdict)) {
            return Hearing.HEARD;
        }
        if (known.verdicts().size() >= MOST_VERDICTS) {
            return Hearing.TOO_MANY;
        }
        judge(known, before, before.with(verdict), now);
        return Hearing.HEARD;
    }

    private void judge(Reviewed known, Chain before, Chain after, Instant now) {
        Inspected inspected = known.inspected();
        LineId line = inspected.subject().line();
        Result finalResult = after.last().map(Verdict::result).orElse(inspected.result());
        boolean overruled = inspected.route() == Route.ACCEPTED && finalResult != inspected.result();
        boolean first = before.verdicts().isEmpty();
        Reviewed next = new Reviewed(inspected.inspectionId() + "-" + after.verdicts().size(),
                first ? null : known.id(), inspected, after.verdicts(), finalResult, overruled);
        cases.put(next);
        open.close(line, inspected.inspectionId());
        publisher.reviewed(next);
        tell(inspected, (recipe, inForce) -> Facts.said(inspected, inForce.recipe()).ifPresent(said -> learning.judged(
                line, recipe.id(), Facts.seen(inspected, recipe, inForce.recipe().threshold().learning()),
                before.judgement(said), Objects.requireNonNull(after.judgement(said)), now)));
    }

    /** Somebody who learns. */
    private interface Listener {
        void hear(Inspected.AppliedRecipe recipe, InForce inForce);
    }

    /** Only where the recipe is still the one that the inspection was made by. */
    private void tell(Inspected inspected, Listener listener) {
        Inspected.AppliedRecipe recipe = inspected.recipe();
        InForce inForce = recipe == null ? null : rules.of(inspected.subject().line()).get(recipe.id());
        if (recipe != null && inForce != null && inForce.revision().hash().equals(recipe.hash())) {
            listener.hear(recipe, inForce);
        }
    }
}
