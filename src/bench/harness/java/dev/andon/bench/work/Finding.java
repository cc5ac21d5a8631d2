package dev.andon.bench.work;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a contender writes about a frame, as text.
 *
 * @param frame          its id
 * @param capturedMillis by the frame
 * @param modelMillis    of the slowest of its calls: what the frame takes where nothing else does
 * @param answer         the most frequent
 * @param score          how much the captions differ
 */
public record Finding(String frame, long capturedMillis, long modelMillis, String answer, double score) {

    byte[] toBytes() {
        return String.join("|", frame, Long.toString(capturedMillis), Long.toString(modelMillis), answer,
                Double.toString(score)).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what a contender wrote. */
    public static Finding of(byte[] bytes) {
        List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split("\\|", -1));
        return new Finding(parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)), parts.get(3),
                Double.parseDouble(parts.get(4)));
    }
}
