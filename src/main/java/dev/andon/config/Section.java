package dev.andon.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The keys below one path, read one by one. What is wrong with a value becomes a problem, and reading goes on with the
 * default. One thread.
 */
final class Section {

    private final String path;
    private final @Nullable String where;
    private final Function<String, @Nullable Node> values;
    private final Problems problems;
    private final Map<String, Node> written;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * A section whose other keys are somebody else's business.
     *
     * @param path   in front of every key in messages; empty at the top
     * @param where  where the section stands, for keys that are missing
     * @param values what was written for a key of the section
     */
    Section(String path, @Nullable String where, Function<String, @Nullable Node> values, Problems problems) {
        this(path, where, values, Map.of(), problems);
    }

    private Section(String path, @Nullable String where, Function<String, @Nullable Node> values,
            Map<String, Node> written, Problems problems) {
        this.path = path;
        this.where = where;
        this.values = values;
        this.written = written;
        this.problems = problems;
    }

    /** A section in which nothing is written. */
    static Section none() {
        return of("", new Node.Mapping(Map.of(), ""), new Problems());
    }

    /** The section that a mapping is, {@code path} in front of its keys. */
    static Section of(String path, Node.Mapping mapping, Problems problems) {
        return new Section(path, mapping.where(), mapping.entries()::get, mapping.entries(), problems);
    }

    /** Makes a problem of every key that was written but not read until now. */
    void refuseOthers() {
        written.forEach((name, node) -> {
            if (!asked.contains(name)) {
                String meant = Nearest.to(name, asked).map(known -> ": did you mean " + known + "?")
                        .orElse(": remove it");
                problems.add(key(name), node, "is no key here" + meant);
            }
        });
    }

    String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The value, or {@code absent} where there is none or it is wrong. */
    <T> T get(String name, T absent, Format<T> format) {
        return find(name, format).orElse(absent);
    }

    /** The value; missing is a problem. */
    <T> T required(String name, T placeholder, Format<T> format) {
        if (node(name) == null) {
            problems.add(key(name), "", "is missing: write " + format.expected(), where);
        }
        return get(name, placeholder, format);
    }

    /** The value; empty where there is none or it is wrong. */
    <T> Optional<T> find(String name, Format<T> format) {
        return switch (node(name)) {
            case null -> Optional.empty();
            case Node.Scalar scalar -> read(key(name), scalar, format);
            case Node other -> {
                problems.add(key(name), other, "write " + format.expected());
                yield Optional.empty();
            }
        };
    }

    /** The values of a list, or of a text with commas; {@code absent} where there is neither. */
    <T> List<T> list(String name, List<T> absent, Format<T> format) {
        Node node = node(name);
        if (node == null) {
            return absent;
        }
        List<T> values = new ArrayList<>();
        for (Node item : items(node)) {
            if (item instanceof Node.Scalar scalar) {
                read(key(name), scalar, format).ifPresent(values::add);
            } else {
                problems.add(key(name), item, "write " + format.expected());
            }
        }
        return values;
    }

    /** The mapping below a key; empty where there is none or it is something else. */
    Optional<Section> section(String name) {
        return mapping(key(name), node(name));
    }

    /** The mappings of a list; missing is a problem. */
    List<Section> requiredSections(String name) {
        Node node = node(name);
        if (node == null) {
            problems.add(key(name), "", "is missing: write a list", where);
        }
        List<Section> sections = new ArrayList<>();
        if (node instanceof Node.Listing listing) {
            for (Node item : listing.items()) {
                mapping(key(name) + "[" + sections.size() + "]", item).ifPresent(sections::add);
            }
        } else if (node != null) {
            problems.add(key(name), node, "write a list: lines that begin with \"- \"");
        }
        return sections;
    }

    /** What was written for a key; null where nothing was. */
    @Nullable
    Node node(String name) {
        asked.add(name);
        return values.apply(name);
    }

    /** Says what is wrong with the value of a key as a whole. */
    void refuse(String name, String fix) {
        Node node = values.apply(name);
        problems.add(key(name), node == null ? "" : node.text(), fix, node == null ? where : node.where());
    }

    /**
     * Says what is wrong with something below, unless more was said of it already.
     *
     * @param below path such as {@code recipes[1].samples}
     */
    void complain(String below, String value, String fix) {
        if (!problems.concern(key(below))) {
            Node node = new Node.Mapping(written, where == null ? "" : where).at(below);
            String shown = node instanceof Node.Scalar scalar ? scalar.text() : value;
            problems.add(key(below), shown, fix, node.where());
        }
    }

    private Optional<Section> mapping(String key, @Nullable Node node) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(of(key, mapping, problems));
        }
        if (node != null) {
            problems.add(key, node, "write keys and values below it");
        }
        return Optional.empty();
    }

    private <T> Optional<T> read(String key, Node.Scalar scalar, Format<T> format) {
        Optional<T> value = format.read(scalar.text());
        if (value.isEmpty()) {
            problems.add(key, scalar, "write " + format.expected());
        }
        return value;
    }

    private static List<Node> items(Node node) {
        if (node instanceof Node.Listing listing) {
            return listing.items();
        }
        List<Node> items = new ArrayList<>();
        for (String item : node.text().split(",", -1)) {
            if (!item.isBlank()) {
                items.add(new Node.Scalar(item.strip(), node.where()));
            }
        }
        return items;
    }
}
