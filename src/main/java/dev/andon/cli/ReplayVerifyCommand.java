package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.replay.PolicyHistory;
import dev.andon.replay.Verification;
import dev.andon.replay.Verification.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon replay verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "Computes scores and decisions anew from the recorded samples, by the recipe and threshold of their time, and compares"
            + " them with the record bit for bit. Exit code 1 where anything differs, or nothing could be compared."})
final class ReplayVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private HistoryOptions history;

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        history.check();
        AndonConfig config = options.load();
        try (Codecs codecs = Wiring.codecs(config)) {
            PolicyHistory policies = new PolicyLog(config, codecs).history();
            InspectionLog log = new InspectionLog(config, codecs);
            List<Verification> parts = log.read(history, () -> new Verification(policies), Verification::add);
            Verification all = new Verification(policies);
            parts.forEach(all::add);
            print(all, log, spec.commandLine().getOut());
            return all.different() > 0 || all.same() == 0 ? CommandFailure.FAILED : 0;
        }
    }

    private void print(Verification all, InspectionLog log, PrintWriter out) {
        out.println(Listing.count(all.same(), "inspection") + " as recorded, bit for bit; "
                + Listing.count(all.different(), "inspection") + " not");
        all.unverified().forEach((why, count) -> out.println("not compared: " + Listing.count(count, "inspection") + " "
                + why));
        if (log.unreadable() > 0) {
            out.println("not compared: " + Listing.count(log.unreadable(), "record") + " that cannot be read");
        }
        all.differences().forEach(difference -> out.println("  " + text(difference)));
        if (all.same() + all.different() == 0) {
            out.println("nothing could be compared: check --from, --until, --line, --recipe and the topics' prefix");
        }
        out.println(log.speed().text());
        if (json) {
            out.println(json(all, log.unreadable()));
        }
    }

    private static String text(Difference difference) {
        Inspection inspection = difference.inspection();
        return inspection.line() + " #" + inspection.lineSequence() + " inspection " + inspection.id() + ", decided "
                + inspection.times().decided() + ": " + difference.field() + " is recorded as "
                + Printable.shortened(difference.recorded(), 200) + " and comes out as "
                + Printable.shortened(difference.computed(), 200);
    }

    private static ObjectNode json(Verification all, long unreadable) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("same", all.same())
                .put("different", all.different()).put("unreadable", unreadable);
        ObjectNode unverified = json.putObject("notCompared");
        all.unverified().forEach(unverified::put);
        ArrayNode differences = json.putArray("differences");
        all.differences().forEach(difference -> differences.addObject()
                .put("inspection", difference.inspection().id())
                .put("line", difference.inspection().line().value())
                .put("sequence", difference.inspection().lineSequence()).put("field", difference.field())
                .put("recorded", difference.recorded()).put("computed", difference.computed()));
        return json;
    }
}
