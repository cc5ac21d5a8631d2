package dev.andon.core.decision;

/** What a recipe says of its threshold. */
public sealed interface ThresholdRule {

    ThresholdMode mode();

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
    }

    /**
     * A threshold that has to be learnt; until it is, the recipe is in cold start.
     *
     * @param mode any but {@link ThresholdMode#FIXED}
     */
    record Learnt(ThresholdMode mode) implements ThresholdRule {}
}
