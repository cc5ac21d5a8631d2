package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The order of each line. Within each output topic both the sequence and the offsets of the frames rise; over the topics
 * together the sequence counts 1, 2, 3, … in the order of the offsets. Audit copies share the order of the topic for
 * people but do not count. Pure functions.
 */
public final class LineOrder {

    private LineOrder() {}

    /**
     * A decision, or an audit copy of one, whose frame has a place in the order of its line.
     *
     * @param line     id of the line
     * @param accepted whether it stands in the topic for machines
     * @param decides  whether it is no copy
     * @param sequence 0 where it has none, which breaks the order
     * @param offset   of the frame
     * @param text     for people
     */
    public record Place(String line, boolean accepted, boolean decides, long sequence, long offset, String text) {}

    /**
     * A sentence per break of the order.
     *
     * @param places those of a partition of a topic in their order there
     */
    public static List<String> breaks(List<Place> places) {
        Map<String, List<Place>> lines = new LinkedHashMap<>();
        places.forEach(each -> lines.computeIfAbsent(each.line(), line -> new ArrayList<>()).add(each));
        List<String> found = new ArrayList<>();
        lines.values().forEach(own -> {
            rising(those(own, Place::accepted), found);
            rising(those(own, each -> !each.accepted()), found);
            counting(those(own, Place::decides), found);
        });
        return found;
    }

    private static List<Place> those(List<Place> own, Predicate<Place> wanted) {
        return own.stream().filter(wanted).toList();
    }

    private static void rising(List<Place> own, List<String> found) {
        for (int i = 1; i < own.size(); i++) {
            Place before = own.get(i - 1);
            Place each = own.get(i);
            if (each.sequence() <= before.sequence() || each.offset() <= before.offset()) {
                found.add(each.text() + " stands behind " + before.text());
            }
        }
    }

    private static void counting(List<Place> own, List<String> found) {
        long expected = 1;
        for (Place each : own.stream().sorted(Comparator.comparingLong(Place::offset)).toList()) {
            if (each.sequence() != expected) {
                found.add("sequence " + expected + " is due: " + each.text());
            }
            expected = each.sequence() + 1;
        }
    }
}
