package dev.andon.bench.history;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.bench.work.Job;
import dev.andon.cli.Andon;

/** Runs {@code andon replay} in a process of its own, as people do, and takes its word for how fast it was. One thread. */
final class Replay {

    private static final Pattern SPEED = Pattern
            .compile("([\\d,]+) inspections? read in [\\d.]+ s, ([\\d,]+) a second");

    private final Job job;
    private final long inspections;

    /**
     * Of what a job's topics hold.
     *
     * @param inspections that there are
     */
    Replay(Job job, long inspections) {
        this.job = job;
        this.inspections = inspections;
    }

    /**
     * Inspections a second.
     *
     * @throws IOException if the command fails, or does not read all of them
     */
    double run(Way way) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line(way)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher speed = SPEED.matcher(said);
        if (process.waitFor() != 0 || !speed.find() || number(speed.group(1)) != inspections) {
            throw new IOException(way.title() + " does not go through all " + inspections + " inspections:\n" + said);
        }
        return number(speed.group(2));
    }

    private List<String> line(Way way) {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path", ""),
                Andon.class.getName(), "replay"));
        line.addAll(way.arguments());
        job.settings().forEach(setting -> line.addAll(List.of("--set", setting)));
        return line;
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }
}
