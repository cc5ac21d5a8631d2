package dev.andon.images;

import dev.andon.core.frame.ImageBytes;

/** What became of an image that has to lose what nobody may see. */
public sealed interface Redacted {

    /** It shows what may be seen. */
    record Clean(ImageBytes image) implements Redacted {}

    /**
     * It must not be shown, since that cannot be made sure.
     *
     * @param detail what is wrong, with which value, as one sentence for people
     */
    record Unfit(String detail) implements Redacted {}
}
