package dev.andon.core.decision;

/** Why a frame was held, in the order of the rules; the numbers are those of the method. */
public enum Reason {
    /** 1: the image cannot be read, decoded or verified. */
    FRAME_UNREADABLE,
    /** 1: the frame has gone from its topic before it was decided. */
    SOURCE_LOST,
    /** 1: its frame id was used before with another image. */
    CONFLICTING_FRAME,
    /** 1: it stands under another key or on another partition than its line. */
    WRONG_PARTITION,
    /** 1: the process ended again and again while the frame was inspected. */
    POISON_FRAME,
    /** 1: the inspection itself went wrong, which is a fault of this program. */
    INSPECTION_FAILED,
    /** 2: the line has no policy, or no recipe of it matches camera and part number. */
    NO_POLICY,
    /** 3: sharpness or exposure below the recipe's gate. */
    POOR_IMAGE,
    /** 4: too few samples because the model could not be reached in time. */
    VLM_UNAVAILABLE,
    /** 4: too few samples because its answers were no samples. */
    TOO_FEW_SAMPLES,
    /** 4: the line's budget of calls or tokens is spent. */
    BUDGET,
    /** 5: the most frequent answer is {@code unsure}, or too many are. */
    ABSTAINED,
    /** 5: the most frequent answer is {@code unexpected}. */
    UNEXPECTED,
    /** 5: the most frequent answers have different results. */
    TIED,
    /** 6: the results differ too much. */
    DISAGREEMENT,
    /** 7: there is no threshold. */
    COLD_START,
    /** 8: the uncertainty is above the threshold. */
    UNCERTAIN,
    /** Within the threshold, but nothing shows yet that the model finds defects, so that OK is not believed. */
    UNPROVEN,
    /** Accepted by every rule, but drawn by lot to be judged before it is published. */
    AUDIT
}
