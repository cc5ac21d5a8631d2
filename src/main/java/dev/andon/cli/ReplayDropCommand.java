package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;

import dev.andon.config.AndonConfig;
import dev.andon.replay.reask.Site;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon replay drop}. */
@Command(name = "drop", mixinStandardHelpOptions = true, description = "Deletes what a replay left: its topics, its groups and"
        + " its state. Without --execute it only says what it would delete.")
final class ReplayDropCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "NAME", description = "Of the replay.")
    private String name;

    @Option(names = "--execute", description = "Do it.")
    private boolean execute;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Site.isName(name)) {
            throw CommandFailure.misused(name + " is no name of a replay");
        }
        AndonConfig live = options.load();
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Clients.admin(live)) {
            ReplayTraces traces = ReplayTraces.of(live, name, admin);
            traces.topics().forEach(topic -> out.println("topic " + topic));
            if (Files.exists(traces.directory())) {
                out.println("directory " + traces.directory());
            }
            if (execute) {
                traces.delete(admin);
            }
            out.println(Listing.count(traces.topics().size(), "topic")
                    + (execute ? " deleted" : " would be deleted; nothing was: add --execute"));
        }
        return 0;
    }
}
