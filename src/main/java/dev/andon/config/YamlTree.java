package dev.andon.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file into nodes that know their lines. Values stay text; empty ones are as good as absent. One thread. */
final class YamlTree {

    /** Deeper than any file of ours; stops at anchors that contain themselves. */
    private static final int MAX_DEPTH = 20;

    /** More than any file of ours; stops at anchors that multiply each other. */
    private static final int MAX_NODES = 1_000_000;

    /**
     * Characters of a key with those above it, more than any of ours: a path is written out for each value below it, and
     * a name can be as long as the file.
     */
    private static final int LONGEST_KEY = 500;

    private final String file;
    private final Problems problems;

    private int nodes;

    private YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The file's top level; empty, with problems, where it cannot be read. */
    static Node.Mapping read(Path path, Problems problems) {
        String file = path.toString();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return read(file, reader, problems);
        } catch (NoSuchFileException e) {
            problems.add(file, "", "does not exist: name an existing file", null);
        } catch (IOException e) {
            problems.add(file, "", "cannot be read as a UTF-8 text file: " + e.getMessage(), null);
        }
        return new Node.Mapping(Map.of(), file);
    }

    /** The same of a text; {@code file} is its name in messages. */
    static Node.Mapping read(String file, Reader text, Problems problems) {
        try {
            return new YamlTree(file, problems).top(new Yaml(new LoaderOptions()).compose(text));
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null ? file : file + ":" + (e.getProblemMark().getLine() + 1);
            problems.add(file, "", "is not YAML: " + e.getProblem(), line);
        } catch (YAMLException e) {
            problems.add(file, "", "is not UTF-8 text: " + e.getMessage(), null);
        }
        return new Node.Mapping(Map.of(), file);
    }

    private Node.Mapping top(org.yaml.snakeyaml.nodes.@Nullable Node root) {
        Node node = root == null ? null : convert("", root, 0);
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        if (node != null) {
            problems.add(file, node, "write keys and values, as in config/andon.yaml");
        }
        return new Node.Mapping(Map.of(), file);
    }

    private @Nullable Node convert(String key, org.yaml.snakeyaml.nodes.Node node, int depth) {
        if (depth > MAX_DEPTH) {
            problems.add(key, "", "is nested too deeply: write it out without anchors", where(node));
            return null;
        }
        if (key.length() > LONGEST_KEY) {
            problems.add(key, "", "has more than " + LONGEST_KEY + " characters: write a shorter key",
                    where(node));
            return null;
        }
        if (++nodes > MAX_NODES) {
            tellOfMultiplying(node);
            return null;
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> new Node.Listing(items(key, sequence, depth), where(node));
            case MappingNode mapping -> new Node.Mapping(entries(key, mapping, depth), where(node));
            default -> null;
        };
    }

    /** Once: what still stands in the queue is as many again. */
    private void tellOfMultiplying(org.yaml.snakeyaml.nodes.Node node) {
        if (nodes == MAX_NODES + 1) {
            problems.add(file, "", "has more than " + MAX_NODES + " values: write it out without anchors", where(node));
        }
    }

    private @Nullable Node scalar(ScalarNode node) {
        return Tag.NULL.equals(node.getTag()) ? null : new Node.Scalar(node.getValue(), where(node));
    }

    private List<Node> items(String key, SequenceNode sequence, int depth) {
        List<Node> items = new ArrayList<>();
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            Node node = convert(key + "[" + items.size() + "]", item, depth + 1);
            if (node != null) {
                items.add(node);
            }
        }
        return items;
    }

    private Map<String, Node> entries(String key, MappingNode mapping, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String path = (key.isEmpty() ? "" : key + ".")
                    + name.substring(0, Math.min(name.length(), LONGEST_KEY + 1));
            Node node = convert(path, tuple.getValueNode(), depth + 1);
            if (node != null && entries.putIfAbsent(name, node) != null) {
                problems.add(path, node, "is given twice: keep one of them");
            }
        }
        return entries;
    }

    private String where(org.yaml.snakeyaml.nodes.Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
