package dev.andon.cli;

import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code andon replay list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the replays that have topics.")
final class ReplayListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Override
    public Integer call() throws InterruptedException {
        AndonConfig live = options.load();
        Listing listing = new Listing().row("REPLAY", "FRAMES COPIED", "RESULTS");
        try (Admin admin = Clients.admin(live); Codecs codecs = Wiring.codecs(live)) {
            for (String name : ReplayTraces.names(live, admin)) {
                ReplaySite site = ReplaySite.of(live, name, codecs);
                try (Consumer<byte[], byte[]> group = Clients.progress(live, site.id())) {
                    listing.row(name, site.progress(group).copied(), site.config().topics().accepted() + ", "
                            + site.config().topics().humanReview());
                }
            }
        }
        listing.print(spec.commandLine().getOut());
        return 0;
    }
}
