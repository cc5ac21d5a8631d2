package dev.andon.core.sampling;

/** What became of one wanted sample. */
public sealed interface Reply {

    /** 0-based number of the sample within its frame. */
    int index();

    /** The model answered in the asked form. */
    record Valid(Sample sample) implements Reply {
        @Override
        public int index() {
            return sample.index();
        }
    }

    /** The model answered, but with something that is no sample; another one may be asked for. */
    record Invalid(int index, Cause cause, String detail) implements Reply {}

    /** No answer within the given time, or none to be had: asking again now is useless. */
    record Unavailable(int index, String detail) implements Reply {}

    /** Why an answer is no sample. */
    enum Cause {
        /** Not in the asked form, also after tolerant reading. */
        UNPARSEABLE,
        /** The answer is none of the recipe's. */
        UNKNOWN_LABEL,
        /** The caption is missing or blank. */
        EMPTY_CAPTION,
        /** Cut off at the token limit. */
        TRUNCATED,
        /** The model or a content filter declined. */
        REFUSED,
        /** Fewer choices came back than were asked for. */
        MISSING_CHOICE
    }
}
