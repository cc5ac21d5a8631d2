package dev.andon.chaos.verify;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.feed.Entry;
import dev.andon.core.frame.Position;

/** What the brokers owe to the producer. Pure functions. */
final class Inputs {

    private Inputs() {}

    /** Whether every record that was confirmed still stands where it was confirmed to be. */
    static void check(Iterable<Input> inputs, List<Entry> journal, Findings findings) {
        Map<Position, Integer> numbers = new HashMap<>();
        inputs.forEach(input -> numbers.put(input.at(), input.number()));
        for (Entry entry : journal) {
            Position position = entry.position();
            if (position != null && numbers.getOrDefault(position, -1) != entry.number()) {
                findings.add(Violation.INPUT_GONE, entry.toString());
            }
        }
    }

    /** A number in decimal digits; −1 where there is none. */
    static int number(byte[] digits) {
        try {
            return Integer.parseInt(new String(digits, StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
