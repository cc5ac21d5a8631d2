package dev.andon.bench.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

import dev.andon.bench.report.Report;
import dev.andon.bench.report.Spread;
import dev.andon.bench.report.Table;

/**
 * What was measured of the stages, and how they differ: round by round, since a machine is not the same all the time.
 *
 * @param counts of each round of each stage; a stage of which a round failed has fewer
 */
record Comparison(Map<Stage, List<Count>> counts) {

    /** Two stages of which one does more than the other. */
    private record Pair(String text, Stage less, Stage more) {}

    private static final List<Pair> RATIOS = List.of(
            new Pair("engine of pass-through", Stage.PASS_IMAGE, Stage.ENGINE),
            new Pair("engine of pass-through that leaves images alone", Stage.PASS_RECORD, Stage.ENGINE),
            new Pair("engine with older frames of engine", Stage.ENGINE, Stage.ENGINE_BACKLOG));

    private static final List<Pair> DIFFERENCES = List.of(
            new Pair("images", Stage.PASS_RECORD, Stage.PASS_IMAGE),
            new Pair("engine", Stage.PASS_IMAGE, Stage.ENGINE),
            new Pair("HTTP", Stage.ENGINE, Stage.HTTP),
            new Pair("sentence vectors", Stage.HTTP, Stage.EMBEDDING));

    String text() {
        Table table = new Table("stage", "CPU ms/frame", "frames/s per core", "frames/s", "bytes out");
        counts.forEach((stage, rounds) -> table.row(stage.title() + ": " + stage.text(),
                spread(rounds, Count::cpuPerFrame).over(1e-3).text(2), spread(rounds, Count::framesPerCore).text(0),
                spread(rounds, Count::framesPerSecond).text(0),
                String.format(Locale.ROOT, "%.0f", spread(rounds, Count::bytesPerFrame).median())));
        StringBuilder text = new StringBuilder("\n").append(table).append('\n');
        for (Pair pair : measured(RATIOS)) {
            text.append(String.format("frames/s per core, %s: %s%n", pair.text(), ratio(pair).text(2)));
        }
        for (Pair pair : measured(DIFFERENCES)) {
            text.append(String.format("CPU ms/frame, added by %s: %s%n", pair.text(),
                    difference(pair).over(1e-3).text(2)));
        }
        return text.toString();
    }

    void addTo(Report report) {
        counts.forEach((stage, rounds) -> {
            var node = report.result().put("stage", stage.title());
            node.set("cpuSecondsPerFrame", Report.json(spread(rounds, Count::cpuPerFrame)));
            node.set("framesPerSecondPerCore", Report.json(spread(rounds, Count::framesPerCore)));
            node.set("framesPerSecond", Report.json(spread(rounds, Count::framesPerSecond)));
            node.set("bytesOut", Report.json(spread(rounds, Count::bytesPerFrame)));
        });
        for (Pair pair : measured(RATIOS)) {
            report.result().put("ratio", pair.text()).set("framesPerSecondPerCore", Report.json(ratio(pair)));
        }
        for (Pair pair : measured(DIFFERENCES)) {
            report.result().put("difference", pair.text()).set("cpuSecondsPerFrame", Report.json(difference(pair)));
        }
    }

    private List<Pair> measured(List<Pair> pairs) {
        return pairs.stream().filter(pair -> rounds(pair) > 0).toList();
    }

    private Spread ratio(Pair pair) {
        return each(pair, (less, more) -> less / more);
    }

    private Spread difference(Pair pair) {
        return each(pair, (less, more) -> more - less);
    }

    private Spread each(Pair pair, DoubleBinaryOperator ofCpu) {
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < rounds(pair); round++) {
            values.add(ofCpu.applyAsDouble(of(pair.less()).get(round).cpuPerFrame(),
                    of(pair.more()).get(round).cpuPerFrame()));
        }
        return Spread.of(values);
    }

    private int rounds(Pair pair) {
        return Math.min(of(pair.less()).size(), of(pair.more()).size());
    }

    private List<Count> of(Stage stage) {
        return counts.getOrDefault(stage, List.of());
    }

    private static Spread spread(List<Count> rounds, ToDoubleFunction<Count> value) {
        return Spread.of(rounds.stream().mapToDouble(value).boxed().toList());
    }
}
