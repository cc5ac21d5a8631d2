package dev.andon.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Policies of lines as people write them: everything but versions, revisions and the author. */
public final class LinesFile {

    /** Keys on whose value depends which other ones there are beside them. */
    private static final List<String> CHOICES = List.of("threshold.mode", "stopping.rule");

    private LinesFile() {}

    /** Whether a file looks like one of policies: it has a top-level key {@code lines}. */
    public static boolean is(Path file) {
        return YamlTree.read(file, new Problems()).entries().containsKey("lines");
    }

    /**
     * The policies in the order of the file, each with version 1, revisions 1 and no approver; or everything that is
     * wrong with them.
     *
     * @param author who writes them
     */
    public static Outcome<List<LinePolicy>> read(Path file, String author) {
        Problems problems = new Problems();
        return read(YamlTree.read(file, problems), author, problems);
    }

    /** The text of a file with these policies. */
    public static String write(List<LinePolicy> policies) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(PolicyTree.of(policies));
    }

    /** A recipe as maps and lists under the keys of the file. */
    public static Map<String, Object> tree(Recipe recipe) {
        return PolicyTree.of(recipe);
    }

    /**
     * A policy with other values in one recipe, or everything that is wrong with it.
     *
     * @param values {@code key=value} each; keys of the recipe, or one below them such as {@code threshold.value}
     */
    public static Outcome<List<LinePolicy>> changed(
            LinePolicy policy,
            String recipe,
            List<String> values,
            String author) {
        Problems problems = new Problems();
        Node.Mapping top = YamlTree.read("policy of " + policy.line(), new StringReader(write(List.of(policy))),
                problems);
        if (top.at("lines[0].recipes") instanceof Node.Listing recipes) {
            recipes.items().stream().filter(item -> item.at("id").text().equals(recipe)).findFirst()
                    .map(Node.Mapping.class::cast).ifPresent(item -> {
                        CHOICES.forEach(choice -> beginAnew(item, choice, values));
                        values.forEach(value -> assign(item, value, problems));
                    });
        }
        return read(top, author, problems);
    }

    private static Outcome<List<LinePolicy>> read(Node.Mapping top, String author, Problems problems) {
        if (problems.any()) {
            return problems.unlessAny(List::of);
        }
        List<LinePolicy> policies = new LinesReader(author).read(Section.of("", top, problems));
        return problems.unlessAny(() -> policies);
    }

    /** Forgets what was said beside a choice that is made anew. */
    private static void beginAnew(Node.Mapping recipe, String choice, List<String> values) {
        boolean made = values.stream().anyMatch(value -> value.startsWith(choice + "=")
                && !value.equalsIgnoreCase(choice + "=" + recipe.at(choice).text()));
        if (made) {
            recipe.entries().remove(choice.substring(0, choice.indexOf('.')));
        }
    }

    private static void assign(Node.Mapping recipe, String assignment, Problems problems) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            problems.add(assignment, "", "write key=value", null);
            return;
        }
        String key = assignment.substring(0, equals);
        Node.Scalar value = new Node.Scalar(assignment.substring(equals + 1), key);
        int dot = key.indexOf('.');
        if (dot < 0) {
            recipe.entries().put(key, value);
        } else {
            Node section = recipe.entries().computeIfAbsent(key.substring(0, dot),
                    name -> new Node.Mapping(new HashMap<>(), name));
            if (section instanceof Node.Mapping mapping) {
                mapping.entries().put(key.substring(dot + 1), value);
            } else {
                problems.add(key, value, "is no value that can be set alone");
            }
        }
    }
}
