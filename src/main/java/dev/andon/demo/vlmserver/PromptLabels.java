package dev.andon.demo.vlmserver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the allowed answers in the words of a prompt, as a model without a schema has to: the heads of list entries
 * ({@code - name: description}), or else what stands in quotation marks.
 */
final class PromptLabels {

    private static final Pattern ENTRY = Pattern
            .compile("(?m)^\\s*(?:[-*•・]|\\d+[.)])\\s*[\"'`「]?([^\\s:：=\"'`」]{1,60})[\"'`」]?\\s*(?:[:：=—–(（-].*)?$");
    private static final Pattern QUOTED = Pattern.compile("[\"`「“]([^\\s\"`」”]{1,60})[\"`」”]");
    private static final Set<String> FIELDS = Set.of("answer", "caption");

    private PromptLabels() {}

    /** The answers in the order of the prompt, each once; empty where it names none. */
    static List<String> in(String prompt) {
        List<String> entries = all(ENTRY, prompt);
        return entries.isEmpty() ? all(QUOTED, prompt) : entries;
    }

    private static List<String> all(Pattern pattern, String prompt) {
        Set<String> found = new LinkedHashSet<>();
        pattern.matcher(prompt).results().map(match -> match.group(1)).filter(name -> !FIELDS.contains(name))
                .forEach(found::add);
        return List.copyOf(found);
    }
}
