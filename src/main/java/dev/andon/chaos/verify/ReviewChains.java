package dev.andon.chaos.verify;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * Whether the records about one inspection are one unbroken chain, each with one verdict more than the one before, and
 * whether each says what follows from its verdicts. One thread.
 */
final class ReviewChains {

    private static final Comparator<Verdict> BY_TIME = Comparator.comparing(Verdict::at).thenComparing(Verdict::id);

    private final Findings findings;

    ReviewChains(Findings findings) {
        this.findings = findings;
    }

    /** The records by the inspection that they are about, in their order. */
    static Map<String, List<Reviewed>> byInspection(List<Reviewed> reviewed) {
        return reviewed.stream().collect(Collectors.groupingBy(each -> each.inspected().inspectionId(),
                LinkedHashMap::new, Collectors.toList()));
    }

    /** @param decision that they are about */
    void check(List<Reviewed> chain, Output decision) {
        @Nullable
        Reviewed before = null;
        for (Reviewed each : chain) {
            if (!follows(each, before)) {
                findings.add(Violation.REVIEW_CHAIN_BROKEN, each + " after " + before);
            }
            if (!each.verdicts().isEmpty()) {
                result(each, decision);
            }
            before = each;
        }
    }

    private static boolean follows(Reviewed each, @Nullable Reviewed before) {
        int number = each.verdicts().size();
        boolean named = each.id().equals(each.inspected().inspectionId() + "-" + number);
        return before == null
                ? named && number == 1 && each.supersedes() == null
                : named && number == before.verdicts().size() + 1 && before.id().equals(each.supersedes())
                        && ids(each).containsAll(ids(before));
    }

    private void result(Reviewed each, Output decision) {
        Result last = each.verdicts().stream().max(BY_TIME).orElseThrow().result();
        boolean overruled = decision.kind() == Kind.ACCEPTED && decision.result() != last;
        if (each.finalResult() != last || each.overruled() != overruled) {
            findings.add(Violation.WRONG_FINAL_RESULT, each + ", of " + decision);
        }
    }

    private static Set<String> ids(Reviewed reviewed) {
        return reviewed.verdicts().stream().map(Verdict::id).collect(Collectors.toSet());
    }
}
