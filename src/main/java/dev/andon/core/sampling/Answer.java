package dev.andon.core.sampling;

/**
 * What one sample says: a label of the recipe, or one of the two answers that every recipe offers besides.
 *
 * @param value name of the label, spelt as in the recipe
 */
public record Answer(String value) {

    /** The model abstains. Always offered, and a class of its own. */
    public static final Answer UNSURE = new Answer("unsure");

    /** The model sees something that none of the labels describes: the anomaly class. Always offered. */
    public static final Answer UNEXPECTED = new Answer("unexpected");

    @Override
    public String toString() {
        return value;
    }
}
