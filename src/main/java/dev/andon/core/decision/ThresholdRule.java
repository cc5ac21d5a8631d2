package dev.andon.core.decision;

import org.jspecify.annotations.Nullable;

/** What a recipe says of its threshold. */
public sealed interface ThresholdRule {

    /** What holds where a recipe says nothing. */
    ThresholdRule USUAL = new Risk(Promise.USUAL, null, Learning.USUAL);

    ThresholdMode mode();

    /** How a threshold that is learnt is learnt; null where it is given. */
    @Nullable
    Learning learning();

    /**
     * A given threshold without evidence.
     *
     * @param value    0 to 1
     * @param waivedBy the person who waived the evidence; not blank
     */
    record Fixed(double value, String waivedBy) implements ThresholdRule {
        @Override
        public ThresholdMode mode() {
            return ThresholdMode.FIXED;
        }

        @Override
        public @Nullable Learning learning() {
            return null;
        }
    }

    /**
     * The threshold that fills what people can review. It looks at scores alone, so somebody has to waive the evidence.
     *
     * @param reviewShare share of all frames that people can review; above 0, up to 1
     * @param waivedBy    the person who waived the evidence; not blank
     */
    record Budget(double reviewShare, String waivedBy, Learning learning) implements ThresholdRule {
        @Override
        public ThresholdMode mode() {
            return ThresholdMode.BUDGET;
        }
    }

    /** The threshold of least expected cost, by the verdicts so far. */
    record Cost(Costs costs, Learning learning) implements ThresholdRule {
        @Override
        public ThresholdMode mode() {
            return ThresholdMode.COST;
        }
    }

    /**
     * The loosest threshold whose promise is certified.
     *
     * @param defectsWaivedBy the person who lets frames be accepted as OK although nothing shows that the model finds
     *                        defects; null where nobody does
     */
    record Risk(Promise promise, @Nullable String defectsWaivedBy, Learning learning) implements ThresholdRule {
        @Override
        public ThresholdMode mode() {
            return ThresholdMode.RISK;
        }
    }
}
