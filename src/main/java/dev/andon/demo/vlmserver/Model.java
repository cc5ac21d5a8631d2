package dev.andon.demo.vlmserver;

import java.util.List;

import dev.andon.core.frame.ImageBytes;

/** What answers behind the protocol: it is given an image and words, and nothing else. Any thread. */
interface Model {

    /** Looks at an image: slow, and the same for every answer about it. */
    Sight look(ImageBytes image);

    /** What came of looking. */
    sealed interface Sight {

        /** The image was seen. */
        record Seen(View view) implements Sight {}

        /** It is none that can be decoded. */
        record Unreadable(String why) implements Sight {}
    }

    /** An image as the model sees it. Any thread. */
    interface View {

        /**
         * One answer about the image.
         *
         * @param allowed     the answers to choose from, as the request spells them; not empty
         * @param temperature at least 0
         * @param seed        the same for the same request gives the same answer
         */
        Opinion answer(String prompt, List<String> allowed, double temperature, long seed);
    }

    /**
     * An answer and the sentence that supports it.
     *
     * @param answer one of the allowed
     */
    record Opinion(String answer, String caption) {}
}
