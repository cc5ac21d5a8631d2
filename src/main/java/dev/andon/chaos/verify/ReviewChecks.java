package dev.andon.chaos.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.jury.Said;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether each verdict has come to count exactly once: with its inspection, or among the dead letters where nobody inspected
 * what it is about; and whether what was reviewed says so. One thread.
 */
final class ReviewChecks {

    private final Findings findings;

    /** By the inspection; no audit copies. */
    private final Map<String, Output> decisions = new HashMap<>();

    /** By where the verdict stands. */
    private final Map<Position, List<Output>> letters = new HashMap<>();

    private final Map<String, List<Reviewed>> chains;

    private ReviewChecks(Contents contents, Findings findings) {
        this.findings = findings;
        for (Output output : contents.outputs()) {
            String inspection = output.inspection();
            if (output.kind() == Kind.DEAD_VERDICT) {
                letters.computeIfAbsent(output.frame(), at -> new ArrayList<>(1)).add(output);
            } else if (output.inspected() && inspection != null) {
                decisions.put(inspection, output);
            }
        }
        chains = ReviewChains.byInspection(contents.reviewed());
    }

    /** @param said what the brokers may owe to the producer */
    static void check(Contents contents, List<Said> said, Findings findings) {
        ReviewChecks checks = new ReviewChecks(contents, findings);
        checks.gone(contents.ballots(), said);
        Map<String, List<Ballot>> byId = new LinkedHashMap<>();
        contents.ballots().forEach(ballot -> byId.computeIfAbsent(ballot.verdict().id(), id -> new ArrayList<>(1))
                .add(ballot));
        byId.values().forEach(checks::counted);
        checks.letters.values().forEach(left -> left
                .forEach(letter -> findings.add(Violation.NEVER_SENT, "no verdict for " + letter)));
        checks.chains.forEach((inspection, chain) -> checks.chain(inspection, chain, byId));
    }

    private void gone(List<Ballot> ballots, List<Said> said) {
        Map<Position, String> ids = new HashMap<>();
        ballots.forEach(ballot -> ids.put(ballot.at(), ballot.verdict().id()));
        for (Said each : said) {
            Position position = each.sending().position();
            if (position != null && !each.verdict().id().equals(ids.get(position))) {
                findings.add(Violation.INPUT_GONE, each.toString());
            }
        }
    }

    /** @param same records with the same verdict */
    private void counted(List<Ballot> same) {
        Verdict verdict = same.getFirst().verdict();
        List<Output> dead = same.stream().map(ballot -> letters.remove(ballot.at())).filter(own -> own != null)
                .flatMap(List::stream).toList();
        boolean known = decisions.containsKey(verdict.inspectionId());
        if (known) {
            dead.forEach(letter -> findings.add(Violation.VERDICT_REJECTED, verdict + " is in " + letter));
        }
        long times = known ? inNewest(verdict) : dead.size();
        if (times == 0) {
            findings.add(Violation.VERDICT_LOST, verdict.toString());
        } else if (times > 1) {
            findings.add(Violation.VERDICT_DOUBLED, times + " times: " + verdict);
        }
    }

    private long inNewest(Verdict verdict) {
        List<Reviewed> chain = chains.get(verdict.inspectionId());
        return chain == null
                ? 0
                : chain.getLast().verdicts().stream().filter(each -> each.id().equals(verdict.id())).count();
    }

    private void chain(String inspection, List<Reviewed> chain, Map<String, List<Ballot>> written) {
        @Nullable
        Output decision = decisions.get(inspection);
        if (decision == null) {
            findings.add(Violation.REVIEW_UNFOUNDED, "nobody inspected " + chain.getLast());
            return;
        }
        new ReviewChains(findings).check(chain, decision);
        chain.stream().filter(each -> each.verdicts().isEmpty())
                .forEach(each -> findings.add(Violation.REVIEW_UNFOUNDED, "nobody judged " + each));
        chain.getLast().verdicts().stream()
                .filter(verdict -> written.getOrDefault(verdict.id(), List.of()).stream()
                        .noneMatch(ballot -> ballot.verdict().equals(verdict)))
                .forEach(verdict -> findings.add(Violation.VERDICT_ALTERED, verdict.toString()));
    }
}
