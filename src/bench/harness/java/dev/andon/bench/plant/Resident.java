package dev.andon.bench.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The memory of a process that is in the machine's: its resident set. */
public final class Resident {

    private static final double KILOBYTES = 1024;

    private Resident() {}

    /** Megabytes of a process; empty where the system has no {@code /proc}, or the process has ended. */
    public static OptionalDouble of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES).findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
