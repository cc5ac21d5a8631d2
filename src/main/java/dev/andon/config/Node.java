package dev.andon.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A piece of configuration as somebody wrote it, with the place where. */
sealed interface Node {

    /** File and line, environment variable or option. */
    String where();

    /** How a message shows it. */
    String text();

    /** A single value. */
    record Scalar(String text, String where) implements Node {}

    /** Values in a row. */
    record Listing(List<Node> items, String where) implements Node {
        @Override
        public String text() {
            return items.stream().map(Node::text).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** Values by name, in the order of the file. */
    record Mapping(Map<String, Node> entries, String where) implements Node {
        @Override
        public String text() {
            return "{" + String.join(",", entries.keySet()) + "}";
        }
    }
}
