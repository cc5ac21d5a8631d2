package dev.andon.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.andon.bench.memory.Series.Point;

/** The log of the garbage collector: what is left on the heap after each collection, without asking for one. */
record GcLog(Path file) {

    /** For instance {@code [12.345s] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 201M->45M(512M) 3.210ms}. */
    private static final Pattern COLLECTION = Pattern
            .compile("\\[(\\d+\\.\\d+)s] GC\\(\\d+\\) Pause (?:Young|Full) .*?\\d+M->(\\d+)M\\(\\d+M\\).*");

    /** What makes a virtual machine write it. */
    String flag() {
        return "-Xlog:gc:file=" + file + ":uptime:filecount=0";
    }

    /** What is left after each collection so far. */
    Series left() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            List<Point> points = lines.map(COLLECTION::matcher).filter(Matcher::matches)
                    .map(found -> new Point(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))))
                    .toList();
            return new Series(points);
        }
    }
}
