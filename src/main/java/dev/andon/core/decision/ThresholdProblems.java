package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;

/** What can be wrong with the threshold rule of a recipe. */
final class ThresholdProblems {

    private static final int LATEST_LOOK = 100_000;
    private static final int MOST_LOOKS = 20;
    private static final Duration LONGEST = Duration.ofDays(365);

    private ThresholdProblems() {}

    /**
     * Reports them.
     *
     * @param approval that the policy asks for
     */
    static void report(ThresholdRule rule, Approval approval, Complaints here) {
        switch (rule) {
            case ThresholdRule.Fixed(double value, String waivedBy) -> {
                here.unlessWithin(0, 1, "value", value);
                here.unlessFilled("waivedBy", waivedBy, "name the person who waives the evidence");
            }
            case ThresholdRule.Budget(double share, String waivedBy, Learning _) -> {
                here.unless(share > 0 && share <= 1, "reviewShare", share,
                        "give a number above 0 and up to 1: the share of the frames that people can review");
                here.unlessFilled("waivedBy", waivedBy, "name the person who waives the evidence");
            }
            case ThresholdRule.Cost(Costs costs, Learning _) -> report(costs, here);
            case ThresholdRule.Risk risk -> {
                report(risk.promise(), here);
                String waivedBy = risk.defectsWaivedBy();
                here.unless(waivedBy == null || !waivedBy.isBlank(), "waivedBy", String.valueOf(waivedBy),
                        "name the person who waives the evidence that defects are found, or leave it out");
            }
        }
        Learning learning = rule.learning();
        if (learning != null) {
            report(learning, approval, here);
        }
    }

    private static void report(Costs costs, Complaints complaints) {
        reportCost("escapeCost", costs.escape(), complaints);
        reportCost("falseRejectCost", costs.falseReject(), complaints);
        reportCost("reviewCost", costs.review(), complaints);
        reportCost("callCost", costs.call(), complaints);
        complaints.unless(costs.escape() != 0 || costs.falseReject() != 0, "escapeCost", costs.escape(),
                "give this or falseRejectCost a number above 0: mistakes that cost nothing would all be accepted");
    }

    private static void reportCost(String part, double cost, Complaints complaints) {
        complaints.unless(cost >= 0 && Double.isFinite(cost), part, cost, "give a number of at least 0");
    }

    private static void report(Promise promise, Complaints complaints) {
        double alpha = promise.alpha();
        Double escapeAlpha = promise.escapeAlpha();
        complaints.unless(alpha > 0 && alpha < 1, "alpha", alpha,
                "give a number above 0 and below 1, for instance 0.01: the share of the accepted frames that may be wrong");
        complaints.unless(promise.delta() > 0 && promise.delta() < 1, "delta", promise.delta(),
                "give a number above 0 and below 1, for instance 0.05: how likely it may be that the promise is broken");
        complaints.unless(escapeAlpha == null || (escapeAlpha > 0 && !(escapeAlpha > alpha)), "escapeAlpha",
                String.valueOf(escapeAlpha), "give a number above 0 and up to alpha, which is " + Figures.bound(alpha)
                        + ", or leave it out");
        reportLooks(promise.looks(), complaints);
    }

    private static void reportLooks(List<Integer> looks, Complaints complaints) {
        boolean growing = true;
        for (int i = 1; i < looks.size(); i++) {
            growing &= looks.get(i) > looks.get(i - 1);
        }
        complaints.unless(growing && !looks.isEmpty() && looks.size() <= MOST_LOOKS
                && looks.getFirst() >= 1 && looks.getLast() <= LATEST_LOOK, "looks", looks,
                "give 1 to " + MOST_LOOKS + " numbers of judged frames, growing, from 1 to " + LATEST_LOOK
                        + ", for instance [250, 500, 1000]");
    }

    private static void report(Learning learning, Approval approval, Complaints complaints) {
        complaints.unlessWithin(0, 1, "maxValue", learning.maxValue());
        complaints.unless(approval == Approval.NONE || learning.maxValue() != 1, "maxValue", learning.maxValue(),
                "give a number below 1, since the line asks for approval: up to this value a threshold is loosened"
                        + " without anybody's");
        reportTime("answerWithin", learning.answerWithin(), "1d", complaints);
        complaints.unless(!learning.correlationTime().isNegative() && isUpToAYear(learning.correlationTime()),
                "correlationTime", learning.correlationTime(), "give a time from 0s up to 365d");
        reportTime("window", learning.window(), "30d", complaints);
        reportTime("graceWindow", learning.graceWindow(), "7d", complaints);
    }

    private static void reportTime(String part, Duration time, String example, Complaints complaints) {
        complaints.unless(time.isPositive() && isUpToAYear(time), part, time,
                "give a time above 0 and up to 365d, for instance " + example);
    }

    private static boolean isUpToAYear(Duration time) {
        return time.compareTo(LONGEST) <= 0;
    }
}
