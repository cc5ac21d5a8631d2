package dev.andon.demo.vlmserver;

import java.awt.image.BufferedImage;
import java.util.List;

/** What answers behind the protocol: it is given pixels and words, and nothing else. Any thread. */
interface Model {

    /**
     * One answer.
     *
     * @param allowed     the answers to choose from, as the request spells them; not empty
     * @param temperature at least 0
     * @param seed        the same for the same request gives the same answer
     */
    Opinion answer(BufferedImage image, String prompt, List<String> allowed, double temperature, long seed);

    /**
     * An answer and the sentence that supports it.
     *
     * @param answer one of the allowed
     */
    record Opinion(String answer, String caption) {}
}
