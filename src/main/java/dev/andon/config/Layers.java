package dev.andon.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Values from several sources under dotted paths; a later layer wins. Keys that nobody knows become problems on the way
 * in. One thread.
 */
final class Layers {

    /** Variables that container platforms set for a service that happens to be called andon. */
    private static final Pattern SERVICE_LINK = Pattern.compile(".*(_SERVICE_HOST|_PORT(_.*)?|_SERVICE_PORT(_.*)?)");

    /** More than any key of ours. */
    private static final int LONGEST_KEY = 500;

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Problems problems;

    Layers(Problems problems) {
        this.problems = problems;
    }

    /** What stands at a key; null where no layer says anything. */
    @Nullable
    Node at(String key) {
        return values.get(key);
    }

    /** Everything below an open key, without its path. */
    Map<String, Node> below(String open) {
        return values.entrySet().stream().filter(entry -> entry.getKey().startsWith(open + "."))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(open.length() + 1), Map.Entry::getValue));
    }

    void file(Node.Mapping top) {
        flatten("", top);
    }

    /** The variables whose names begin like a section of ours; all others are somebody else's. */
    void environment(Map<String, String> variables) {
        Map<String, String> byVariable = Keys.ALL.stream().collect(Collectors.toMap(Keys::variable, key -> key));
        variables.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String name = entry.getKey();
            String key = byVariable.get(name);
            Optional<String> open = Keys.OPEN.stream().filter(o -> name.startsWith(Keys.variable(o) + "_")).findFirst();
            Node.Scalar value = new Node.Scalar(entry.getValue(), "environment " + name);
            if (key != null) {
                values.put(key, value);
            } else if (ours(name) && open.isPresent()) {
                String rest = name.substring(Keys.variable(open.get()).length() + 1);
                values.put(open.get() + "." + rest.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            } else if (ours(name)) {
                problems.add(name, value, "is no key of Andon" + meant(name, byVariable));
            }
        });
    }

    /** Options {@code key=value}. */
    void options(List<String> assignments) {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1 || equals > LONGEST_KEY) {
                problems.add("--set", assignment, "write --set key=value", "--set");
            } else {
                String key = assignment.substring(0, equals).strip();
                put(key, new Node.Scalar(assignment.substring(equals + 1), "--set " + key));
            }
        }
    }

    private void flatten(String path, Node.Mapping mapping) {
        mapping.entries().forEach((name, node) -> {
            String key = path.isEmpty() ? name : path + "." + name;
            if (node instanceof Node.Mapping below) {
                flatten(key, below);
            } else {
                put(key, node);
            }
        });
    }

    private void put(String key, Node node) {
        if (Keys.known(key)) {
            values.put(key, node);
        } else if (Keys.isSection(key)) {
            problems.add(key, node, "is a section: write keys and values below it");
        } else {
            String nearest = Nearest.to(key, Keys.ALL).map(known -> ": did you mean " + known + "?").orElse(
                    ": remove it");
            problems.add(key, node, "is no key of Andon" + nearest);
        }
    }

    private static boolean ours(String variable) {
        boolean section = Keys.ALL.stream().anyMatch(key -> variable.startsWith(sectionOf(key)))
                || Keys.OPEN.stream().anyMatch(key -> variable.startsWith(Keys.variable(key) + "_"));
        return section && !SERVICE_LINK.matcher(variable).matches();
    }

    private static String sectionOf(String key) {
        return Keys.variable(key.substring(0, key.indexOf('.'))) + "_";
    }

    private static String meant(String name, Map<String, String> byVariable) {
        return Nearest.to(name, byVariable.keySet()).map(known -> ": did you mean " + known + "?").orElse(
                ": unset it");
    }
}
