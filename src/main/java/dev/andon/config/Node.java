package dev.andon.config;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A piece of configuration as somebody wrote it, with the place where. */
sealed interface Node {

    /** File and line, environment variable or option. */
    String where();

    /** How a message shows it. */
    String text();

    /**
     * What stands at a path such as {@code recipes[1].samples}; where nothing does, the last thing on the way there.
     */
    default Node at(String path) {
        Node node = this;
        for (String step : path.split("[.\\[\\]]+", -1)) {
            Node next = node.child(step);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private @Nullable Node child(String step) {
        return switch (this) {
            case Scalar _ -> null;
            case Listing listing when step.matches("\\d{1,6}") -> listing.items().stream().skip(Long.parseLong(step))
                    .findFirst().orElse(null);
            case Listing _ -> null;
            case Mapping mapping -> mapping.entries().get(step);
        };
    }

    /** As many parts as a message shows: with anchors there can be many more than the file has bytes. */
    private static String joined(String open, Iterator<String> parts, String close) {
        StringBuilder text = new StringBuilder(open);
        while (parts.hasNext() && text.length() <= Excerpt.LONGEST) {
            text.append(text.length() == open.length() ? "" : ",").append(parts.next());
        }
        return text.append(parts.hasNext() ? ",…" : close).toString();
    }

    /** A single value. */
    record Scalar(String text, String where) implements Node {}

    /** Values in a row. */
    record Listing(List<Node> items, String where) implements Node {
        @Override
        public String text() {
            return joined("[", items.stream().map(Node::text).iterator(), "]");
        }
    }

    /** Values by name, in the order of the file. */
    record Mapping(Map<String, Node> entries, String where) implements Node {
        @Override
        public String text() {
            return joined("{", entries.keySet().iterator(), "}");
        }
    }
}
