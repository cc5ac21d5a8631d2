package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code andon bench} as the packaged program knows it. The measurements and their contenders are no part of it: the
 * launcher of a checkout builds and starts them, and never comes here.
 */
@Command(name = "bench", description = {
    "Measures what the program claims, beside what one would otherwise use. Needs a checkout: ./andon bench."})
final class BenchCommand implements Callable<Integer> {

    @Unmatched
    private List<String> ignored = new ArrayList<>();

    @Override
    public Integer call() {
        throw CommandFailure.failed("bench is no part of the packaged program: start ./andon bench"
                + (ignored.isEmpty() ? "" : " " + String.join(" ", ignored)) + " in a checkout of its sources");
    }
}
