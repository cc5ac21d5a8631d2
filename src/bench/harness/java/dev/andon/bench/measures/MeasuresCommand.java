package dev.andon.bench.measures;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Table;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code andon bench measures}. */
@Command(name = "measures", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Time to compute every score of a frame once answers and vectors are there, for 5, 10 and 20 samples."})
public final class MeasuresCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws IOException {
        Report report = options.begin("measures");
        Table table = new Table("scores", "N", "µs/frame", "± 99.9 %");
        for (RunResult run : results()) {
            Result<?> result = run.getPrimaryResult();
            String scores = run.getParams().getBenchmark().endsWith("ofAll") ? "all" : "without vectors";
            String samples = run.getParams().getParam("samples");
            table.row(scores, samples, number(result.getScore()), number(result.getScoreError()));
            report.result().put("scores", scores).put("samples", Integer.parseInt(samples))
                    .put("microsPerFrame", result.getScore()).put("error", result.getScoreError());
        }
        System.out.print(table);
        options.write(report);
        return 0;
    }

    private Collection<RunResult> results() throws IOException {
        ChainedOptionsBuilder chosen = new OptionsBuilder().include(ScoreBenchmark.class.getName())
                .shouldFailOnError(true).verbosity(VerboseMode.SILENT);
        try {
            return new Runner((options.quick() ? chosen.warmupIterations(1).measurementIterations(3) : chosen).build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("the benchmark failed: " + e.getMessage(), e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
