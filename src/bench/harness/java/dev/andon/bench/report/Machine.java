package dev.andon.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where figures come from.
 *
 * @param cores     that this process may use
 * @param processor its model, as the system calls it
 * @param java      version of the virtual machine
 * @param load      average of the last minute, before anything is measured; negative where unknown
 */
public record Machine(int cores, String processor, String java, double load) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    public static Machine here() {
        return new Machine(Runtime.getRuntime().availableProcessors(), model(), Runtime.version().toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    public String text() {
        return String.format(Locale.ROOT, "%d cores (%s), Java %s, load average before: %.2f", cores, processor, java,
                load);
    }

    private static String model() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(MODEL)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch", "unknown");
        }
    }
}
