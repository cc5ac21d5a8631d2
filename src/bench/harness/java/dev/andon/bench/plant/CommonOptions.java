package dev.andon.bench.plant;

import java.io.IOException;
import java.nio.file.Path;

import dev.andon.bench.report.Machine;
import dev.andon.bench.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every measurement can be told. One thread. */
public final class CommonOptions {

    @Option(names = "--quick", description = "A few minutes at most: fewer runs, shorter ones, less of everything.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything to this file as well.")
    private @Nullable Path json;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep data and logs in this directory.")
    private @Nullable Path keep;

    public boolean quick() {
        return quick;
    }

    /** The directory of the measurement. */
    public Workplace workplace() throws IOException {
        return Workplace.open(keep);
    }

    /** Says where it is measured, and begins the report of a command. */
    public Report begin(String command) {
        Machine machine = Machine.here();
        System.out.println(command + (quick ? " --quick" : "") + ": " + machine.text());
        return new Report(command + (quick ? " --quick" : ""), machine);
    }

    /** Writes what is in the report so far, where somebody wants it. */
    public void write(Report report) throws IOException {
        System.out.flush();
        report.write(json);
    }
}
