package dev.andon.vlm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which a model thinks aloud before it answers. */
final class Reasoning {

    private static final Pattern CLOSING = Pattern.compile("</(think|thinking|reasoning|thought)>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile("<(think|thinking|reasoning|thought)>",
            Pattern.CASE_INSENSITIVE);

    private Reasoning() {}

    /**
     * What follows the reasoning: everything behind the last closing tag (chat templates often swallow the opening one),
     * up to a tag that opens and is never closed.
     */
    static String removedFrom(String text) {
        int start = 0;
        Matcher closing = CLOSING.matcher(text);
        while (closing.find()) {
            start = closing.end();
        }
        String answer = text.substring(start);
        Matcher opening = OPENING.matcher(answer);
        return opening.find() ? answer.substring(0, opening.start()) : answer;
    }
}
