package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import dev.andon.core.decision.Costs;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import dev.andon.replay.Variant;
import dev.andon.replay.WhatIf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The grid of a what-if. */
final class VariantOptions {

    private static final int FEWEST = 2;

    @Option(names = "--measures", split = ",", paramLabel = "NAME", defaultValue = Measures.CAPTION_DIVERSITY, description = "Measures (default:"
            + " ${DEFAULT-VALUE}).")
    private List<String> measures = List.of();

    @Option(names = "--samples", split = ",", paramLabel = "N", defaultValue = "5", description = "Numbers of samples, drawn"
            + " from those on record (default: ${DEFAULT-VALUE}).")
    private List<Integer> samples = List.of();

    @Option(names = "--stopping", split = ",", paramLabel = "RULE", defaultValue = "none", description = "none, lossless, or"
            + " window:W:S for the unanimous window of W samples below the score S (default: ${DEFAULT-VALUE}).")
    private List<String> stopping = List.of();

    @Option(names = "--thresholds", split = ",", paramLabel = "VALUE", description = "Thresholds, in steps of 0.005. Without it"
            + " those at which equally many more frames are accepted.")
    private List<Double> thresholds = List.of();

    @Option(names = "--steps", paramLabel = "K", defaultValue = "20", description = "How many thresholds where none are given"
            + " (default: ${DEFAULT-VALUE}).")
    private int steps;

    /** Ends the command where a value means nothing. */
    void check() {
        for (String measure : measures) {
            if (!Measures.names().contains(measure)) {
                throw CommandFailure.misused("--measures " + measure + ": there are "
                        + String.join(", ", new TreeSet<>(Measures.names())));
            }
        }
        if (samples.stream().anyMatch(number -> number < FEWEST)) {
            throw CommandFailure.misused("--samples " + samples + ": a score needs at least " + FEWEST + " samples");
        }
        if (thresholds.stream().anyMatch(value -> !(value >= 0 && value <= 1))) {
            throw CommandFailure.misused("--thresholds " + thresholds + ": give numbers from 0 to 1");
        }
        if (steps < 1) {
            throw CommandFailure.misused("--steps " + steps + ": give at least 1");
        }
        all();
    }

    /** Every combination. */
    List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        for (String measure : measures) {
            for (int number : samples) {
                for (String rule : stopping) {
                    all.add(new Variant(measure, number, rule(rule)));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    List<WhatIf.Row> rows(WhatIf whatIf, @Nullable Costs costs) {
        return thresholds.isEmpty() ? whatIf.rows(steps, costs) : whatIf.rows(thresholds, costs);
    }

    private static StoppingRule rule(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(":", -1);
        if (text.equals("none")) {
            return new StoppingRule.AllSamples();
        }
        if (text.equals("lossless")) {
            return new StoppingRule.Lossless(1, 1);
        }
        if (parts.length == 3 && parts[0].equals("window") && parts[1].matches("[2-9]|[1-9]\\d") && parts[2].matches(
                "0?\\.\\d+|1(\\.0*)?")) {
            return new StoppingRule.UnanimousWindow(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
        }
        throw CommandFailure.misused("--stopping " + text + ": write none, lossless, or for instance window:3:0.2");
    }
}
