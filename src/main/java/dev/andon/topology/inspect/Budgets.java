package dev.andon.topology.inspect;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.andon.core.decision.DailyBudget;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.topology.state.LineSpending;
import dev.andon.topology.state.Spent;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one task may spend on the model today. What a frame will take is claimed before it is asked about, so that
 * frames in flight do not spend together what is left once; the claim shrinks to what the frame has taken when its work is over,
 * and goes when that is written with its decision. One thread, the task's.
 *
 * <pre>
 *   claim: N calls, and the tokens that N calls of the line take ──▶ settled: what it took ──▶ published: in the store
 *                    └── the server is away, the frame waits on ──▶ withdrawn
 * </pre>
 *
 * So the calls of a day exceed its budget by those alone that make up for others: in place of answers that were no samples, or of
 * a late one. Tokens are known afterwards; where none are claimed a frame is asked about as long as any are left.
 */
final class Budgets {

    private final LineSpending spending;
    private final InstantSource clock;
    private final Map<String, Map<OpenFrame, Spent>> claims = new HashMap<>();
    private final Map<String, LocalDate> usedUp = new HashMap<>();

    Budgets(LineSpending spending, InstantSource clock) {
        this.spending = spending;
        this.clock = clock;
    }

    /**
     * Whether the budget of the frame's line was found to be used up, for some recipe of it, so that the frame need not wait for
     * a place among those that the model is asked about.
     */
    boolean seemsUsedUp(OpenFrame frame) {
        LocalDate day = usedUp.get(line(frame));
        return day != null && day.equals(today());
    }

    /** Why a frame is not to be asked about; null where it may be. */
    Unasked.@Nullable OverBudget refusal(OpenFrame frame, Dossier dossier) {
        Dossier.Basis basis = dossier.basis();
        if (basis == null) {
            return null;
        }
        DailyBudget budget = basis.policy().budget();
        Unasked.OverBudget refusal = budget == null ? null : refusal(line(frame), budget, basis.recipe().plan());
        if (refusal == null) {
            usedUp.remove(line(frame));
        } else {
            usedUp.put(line(frame), today());
        }
        return refusal;
    }

    /** Claims what a frame will take. Why it is not to be asked about instead; null where it may be. */
    Unasked.@Nullable OverBudget claim(OpenFrame frame, Dossier dossier) {
        Unasked.OverBudget refusal = refusal(frame, dossier);
        Dossier.Basis basis = dossier.basis();
        if (refusal == null && basis != null) {
            ofLine(frame).put(frame, needed(line(frame), basis.recipe().plan()));
        }
        return refusal;
    }

    /** A frame has taken that, and nothing more; what it claimed beyond is there for others. */
    void settle(OpenFrame frame, Spent taken) {
        Spent claimed = ofLine(frame).put(frame, taken);
        if (claimed != null && !claimed.equals(taken)) {
            usedUp.remove(line(frame));
        }
    }

    /** A frame waits on, and takes nothing for now. */
    void withdraw(OpenFrame frame) {
        written(frame);
        usedUp.remove(line(frame));
    }

    /** What a frame took is written with its decision. */
    void written(OpenFrame frame) {
        Map<OpenFrame, Spent> ofLine = ofLine(frame);
        ofLine.remove(frame);
        if (ofLine.isEmpty()) {
            claims.remove(line(frame));
        }
    }

    private Map<OpenFrame, Spent> ofLine(OpenFrame frame) {
        return claims.computeIfAbsent(line(frame), line -> new HashMap<>());
    }

    private Unasked.@Nullable OverBudget refusal(String line, DailyBudget budget, SamplingPlan plan) {
        Spent spent = spending.on(today(), line);
        Spent claimed = claims.getOrDefault(line, Map.of()).values().stream().reduce(Spent.NOTHING, Spent::plus);
        Spent needed = needed(line, plan);
        if (budget.calls() != null && spent.calls() + claimed.calls() + needed.calls() > budget.calls()) {
            return refusal("calls", budget.calls(), spent.calls(), claimed.calls(), "up to", needed.calls());
        }
        boolean last = claimed.tokens() == 0 && budget.tokens() != null && spent.tokens() < budget.tokens();
        if (budget.tokens() != null && !last
                && spent.tokens() + claimed.tokens() + needed.tokens() > budget.tokens()) {
            return refusal("tokens", budget.tokens(), spent.tokens(), claimed.tokens(), "about", needed.tokens());
        }
        return null;
    }

    private Unasked.OverBudget refusal(String what, long budget, long spent, long claimed, String about, long needed) {
        Instant next = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Unasked.OverBudget(String.format(Locale.ROOT,
                "not asked, since the line's budget is used up: of %,d %s"
                        + " on %s (UTC) %,d are spent and %,d promised to frames under way, and this one takes %s %,d; it starts"
                        + " again at %s",
                budget, what, today(), spent, claimed, about, needed, next));
    }

    /** N calls, with as many tokens as the line's calls have had lately; an answer of the greatest length for each at first. */
    private Spent needed(String line, SamplingPlan plan) {
        double perCall = spending.tokensPerCall(line).orElse(plan.maxTokens());
        return new Spent(plan.samples(), (long) Math.ceil(perCall * plan.samples()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String line(OpenFrame frame) {
        return frame.entry().lineKey();
    }
}
