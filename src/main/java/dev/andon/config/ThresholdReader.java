package dev.andon.config;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.INTEGER;
import static dev.andon.config.Formats.TEXT;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes a threshold rule of its section: forms and defaults alone, since the bounds are those of every policy. One thread. */
final class ThresholdReader {

    private static final String WAIVED = "waived";
    private static final String PLACEHOLDER = "?";

    private final Section s;

    ThresholdReader(Section section) {
        this.s = section;
    }

    ThresholdRule read() {
        ThresholdRule rule = switch (s.required("mode", ThresholdMode.RISK, oneOf(ThresholdMode.class))) {
            case FIXED -> new ThresholdRule.Fixed(s.required("value", 0.0, DECIMAL),
                    waivedBy("evidence", "a fixed threshold has no evidence, and a person has to say so"));
            case BUDGET -> new ThresholdRule.Budget(s.required("reviewShare", 1.0, DECIMAL),
                    waivedBy("evidence", "what people can review is no evidence, and a person has to say so"),
                    learning());
            case COST -> new ThresholdRule.Cost(costs(), learning());
            case RISK -> new ThresholdRule.Risk(promise(), defectsWaivedBy(), learning());
        };
        s.refuseOthers();
        return rule;
    }

    private Costs costs() {
        return new Costs(s.required("escapeCost", 1.0, DECIMAL), s.required("falseRejectCost", 1.0, DECIMAL),
                s.required("reviewCost", 1.0, DECIMAL), s.get("callCost", 0.0, DECIMAL));
    }

    private Promise promise() {
        Promise usual = Promise.USUAL;
        return new Promise(s.get("alpha", usual.alpha(), DECIMAL), s.get("delta", usual.delta(), DECIMAL),
                s.find("escapeAlpha", DECIMAL).orElse(null), s.list("looks", usual.looks(), INTEGER));
    }

    /** Either of the two keys asks for the other. */
    private @Nullable String defectsWaivedBy() {
        return s.node("defectEvidence") == null && s.node("waivedBy") == null
                ? null
                : waivedBy("defectEvidence", "leave both out, or a person says that nothing shows yet that the model"
                        + " finds defects");
    }

    private String waivedBy(String key, String why) {
        s.required(key, WAIVED, TEXT.only(WAIVED + ": " + why, text -> text.equals(WAIVED)));
        return s.required("waivedBy", PLACEHOLDER, WORD);
    }

    private Learning learning() {
        Learning usual = Learning.USUAL;
        return new Learning(s.get("maxValue", usual.maxValue(), DECIMAL),
                s.get("answerWithin", usual.answerWithin(), DURATION),
                s.get("correlationTime", usual.correlationTime(), DURATION),
                s.get("window", usual.window(), DURATION), s.get("graceWindow", usual.graceWindow(), DURATION));
    }
}
