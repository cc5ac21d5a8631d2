package dev.andon.demo.model;

/** What can be said of a part. */
enum Finding {
    /** No defect. */
    GOOD(Subject.UNKNOWN), MISSING_HOLE(Subject.BRACKET), CRACK(Subject.BRACKET), LABEL_MISSING(
            Subject.BOTTLE), LABEL_CROOKED(Subject.BOTTLE), LOW_FILL(
                    Subject.BOTTLE), SOLDER_BRIDGE(Subject.BOARD), MISSING_COMPONENT(Subject.BOARD),
    /** The model abstains. */
    UNSURE(Subject.UNKNOWN),
    /** Something that none of the labels describes. */
    UNEXPECTED(Subject.UNKNOWN);

    private final Subject subject;

    Finding(Subject subject) {
        this.subject = subject;
    }

    /** The product that can have it; {@link Subject#UNKNOWN} where every product can. */
    Subject subject() {
        return subject;
    }
}
