package dev.andon.chaos.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.utils.Utils;

/** Names of lines that stand on the partitions in turn. Pure functions. */
final class LineNames {

    private static final List<String> PRODUCTS = List.of("bracket", "bottle", "board");

    private LineNames() {}

    /** Different names, of which number {@code i} stands on partition {@code i} modulo {@code partitions}. */
    static List<String> spread(int count, int partitions) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String product = PRODUCTS.get(i % PRODUCTS.size());
            int number = 1;
            while (names.contains(product + "-" + number)
                    || partition(product + "-" + number, partitions) != i % partitions) {
                number++;
            }
            names.add(product + "-" + number);
        }
        return List.copyOf(names);
    }

    /** Where Kafka's default partitioner puts the records of a line. */
    static int partition(String line, int partitions) {
        return Utils.toPositive(Utils.murmur2(line.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** What the line makes. */
    static String product(String line) {
        return line.substring(0, line.lastIndexOf('-'));
    }
}
