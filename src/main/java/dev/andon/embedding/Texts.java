package dev.andon.embedding;

import java.util.List;

/** What embedders ask of texts. */
final class Texts {

    private Texts() {}

    /** @throws IllegalArgumentException if a text is blank */
    static void refuseBlank(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (isBlank(texts.get(i))) {
                throw new IllegalArgumentException("text " + i + " of " + texts.size() + " is blank");
            }
        }
    }

    /** Wider than {@link String#isBlank()}: tokenizers find no words in no-break spaces and control characters either. */
    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }
}
