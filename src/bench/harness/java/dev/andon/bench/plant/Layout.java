package dev.andon.bench.plant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.kafka.common.utils.Utils;

/**
 * How frames lie on partitions and lines.
 *
 * @param name       in reports, and of its topics
 * @param partitions of every topic
 * @param lines      in all; as many on each partition
 * @param hotShare   of the frames that are of the first line; 0 for as many of each
 * @param samples    N
 * @param imageBytes of each image
 */
public record Layout(String name, int partitions, int lines, double hotShare, int samples, int imageBytes) {

    private static final int HUNDRED = 100;

    /** The names of the lines, as many for each partition, by Kafka's default partitioner. */
    public List<String> lineNames() {
        List<List<String>> found = new ArrayList<>();
        IntStream.range(0, partitions).forEach(_ -> found.add(new ArrayList<>()));
        int each = lines / partitions;
        for (int i = 0; found.stream().anyMatch(names -> names.size() < each); i++) {
            String name = "line-" + i;
            List<String> names = found
                    .get(Utils.toPositive(Utils.murmur2(name.getBytes(StandardCharsets.UTF_8))) % partitions);
            if (names.size() < each) {
                names.add(name);
            }
        }
        return IntStream.range(0, each).boxed().flatMap(i -> found.stream().map(names -> names.get(i))).toList();
    }

    /** Of which line a frame is, for any long enough run of numbers in these shares. */
    public int lineOf(long number) {
        int turn = (int) Math.floorMod(number * 37, (long) HUNDRED);
        return turn < hotShare * HUNDRED ? 0 : (int) Math.floorMod(number, (long) lines);
    }
}
