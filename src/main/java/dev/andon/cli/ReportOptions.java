package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that makes a report: where it goes. */
final class ReportOptions {

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report: FILE.html to read in a browser, with"
            + " everything inside, or FILE.json.")
    private @Nullable Path file;

    @Option(names = "--json", description = "The last line is one JSON object, without images.")
    private boolean json;

    /** Ends the command where the file is none that can be written. */
    void check() {
        if (file != null && !isPage(file) && !file.toString().endsWith(".json")) {
            throw CommandFailure.misused("--report " + file + ": end the name with .html or .json");
        }
    }

    /** Writes what is wanted, and says where it is. */
    void write(Supplier<ObjectNode> made, Function<ObjectNode, String> page, PrintWriter out) {
        if (file == null && !json) {
            return;
        }
        ObjectNode report = made.get();
        if (file != null) {
            try {
                Files.writeString(file, isPage(file) ? page.apply(report) : report.toPrettyString() + "\n");
            } catch (IOException e) {
                throw CommandFailure.failed("the report " + file + " cannot be written: " + e);
            }
            out.println("report: " + file.toAbsolutePath());
        }
        print(report, out);
    }

    /** Prints what is wanted for programs alone. */
    void print(ObjectNode report, PrintWriter out) {
        if (json) {
            report.path("worst").forEach(change -> ((ObjectNode) change).remove("image"));
            out.println(report);
        }
        out.flush();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html");
    }
}
