package dev.andon.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.core.decision.Hindsight;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;

/** What a changed recipe would have held of frames that were decided before, as one sentence. One thread. */
final class Effect {

    private final String recipe;
    private final Hindsight hindsight;
    private final Map<String, Integer> unseen = new TreeMap<>();
    private int seen;
    private int heldNow;
    private int heldThen;
    private int brokenOff;

    Effect(String recipe, Hindsight hindsight) {
        this.recipe = recipe;
        this.hindsight = hindsight;
    }

    /** Whether frames have to be looked at. */
    boolean looks() {
        return hindsight.blindedBy().isEmpty();
    }

    /** A frame of the line; audit copies are none. */
    void look(Inspection inspection) {
        if (!hindsight.concerns(inspection)) {
            return;
        }
        switch (hindsight.of(inspection)) {
            case Hindsight.View.Seen then -> {
                seen++;
                heldNow += inspection.decision().route() == Route.HUMAN_REVIEW ? 1 : 0;
                heldThen += then.then().route() == Route.HUMAN_REVIEW ? 1 : 0;
                brokenOff += then.brokenOff() ? 1 : 0;
            }
            case Hindsight.View.Unseen(String why) -> unseen.merge(why, 1, Integer::sum);
        }
    }

    /** For people. */
    String text() {
        String where = "recipe " + recipe + ": ";
        if (!looks()) {
            return where + "what it would have held of the last day cannot be told without the model or the images: "
                    + String.join(", ", hindsight.blindedBy()) + " changed";
        }
        if (seen == 0 && unseen.isEmpty()) {
            return where + "no frames in the last day";
        }
        return where + shares() + (brokenOff == 0
                ? ""
                : "; " + number(brokenOff) + " of them stopped early and would have been asked more") + blindness();
    }

    private String shares() {
        return seen == 0
                ? "nothing can be told of the last day"
                : "held " + share(heldNow) + " → " + share(heldThen) + " of " + Listing.count(seen, "frame")
                        + " of the last day";
    }

    private String blindness() {
        List<String> parts = unseen.entrySet().stream().map(one -> number(one.getValue()) + " " + one.getKey())
                .toList();
        return parts.isEmpty() ? "" : "; not counted: " + String.join(", ", parts);
    }

    private String share(int count) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / seen);
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
