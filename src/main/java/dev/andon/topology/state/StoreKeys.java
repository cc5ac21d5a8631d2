package dev.andon.topology.state;

import dev.andon.core.frame.LineId;

/** Keys of stores that are made of several ids: the length goes before each but the last, since ids may have any characters. */
final class StoreKeys {

    private StoreKeys() {}

    /** In front of every key of a line. */
    static String line(LineId line) {
        return part(line.value());
    }

    /** In front of every key of something of a line. */
    static String line(LineId line, String part) {
        return part(line.value()) + part(part);
    }

    private static String part(String id) {
        return id.length() + ":" + id + ":";
    }
}
