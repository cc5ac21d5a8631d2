package dev.andon.bench.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;

/** The recipe of every line: takes all samples, as all contenders do, accepts what the stub answers, and audits nothing. */
public final class BenchRecipe {

    /** Longer than any wait that is measured. */
    private static final int TIME_LIMIT_SECONDS = 120;

    private BenchRecipe() {}

    /** The policies of these lines with N samples. */
    public static List<LinePolicy> policies(List<String> lines, int samples) {
        String text = "lines:\n" + lines.stream().map(line -> text(line, samples)).collect(Collectors.joining());
        try {
            Path file = Files.createTempFile("andon-bench-", ".yaml");
            try {
                Files.writeString(file, text);
                return LinesFile.read(file, "bench").orElse(problems -> {
                    throw new IllegalStateException("the policies are wrong: " + problems);
                });
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the policies cannot be made", e);
        }
    }

    private static String text(String line, int samples) {
        return String.format(Locale.ROOT, """
              - line: %s
                recipes:
                  - id: bench
                    model: stub
                    prompt: |
                      You inspect stamped steel brackets on a conveyor belt, seen from above.
                      A good bracket has four round holes near its corners, one slot in the middle, and no crack.
                    labels:
                      - {name: ok, result: OK, description: "All four holes are there and the metal has no crack."}
                      - {name: missing_hole, result: NOT_OK, description: "At least one of the holes is missing."}
                      - {name: crack, result: NOT_OK, description: "A crack runs into the metal from an edge."}
                    samples: %d
                    minSamples: 2
                    measure: ngram-diversity
                    timeLimit: %ds
                    stopping: {rule: none}
                    threshold: {mode: fixed, value: 1.0, evidence: waived, waivedBy: "Measurement"}
            """, line, samples, TIME_LIMIT_SECONDS);
    }

    /** The recipe alone. */
    public static Recipe of(int samples) {
        return policies(List.of("any"), samples).getFirst().recipes().getFirst();
    }
}
