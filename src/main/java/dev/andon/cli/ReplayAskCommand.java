package dev.andon.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Costs;
import dev.andon.replay.Comparison;
import dev.andon.replay.ComparisonJson;
import dev.andon.replay.ReportPage;
import dev.andon.replay.reask.Site;
import dev.andon.topology.StartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon replay reask}. */
@Command(name = "reask", mixinStandardHelpOptions = true, description = {
    "Asks again about recorded frames, by the current policies or by those of a file, through the real application with"
            + " topics, application id and state of its own; live topics are only read. First it says what that takes."
            + " Ctrl-C pauses it, and the same command goes on, also after a crash. It ends at what was recorded when"
            + " it began. Results are marked as simulated and stand on replay.NAME.accepted and"
            + " replay.NAME.human-review.",
    "Frames are held by the threshold that their line's newest recorded inspection was decided by. Daily budgets do not"
            + " hold, late samples are not asked for once more, and while the model is away frames wait."})
final class ReplayAskCommand implements Callable<Integer> {

    private static final int PAUSED = 130;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "NAME", description = "Of the replay: letters, digits, - and _, at most 60.")
    private String name;

    @Mixin
    private FrameOptions frames;

    @Mixin
    private FolderOption folder;

    @Option(names = "--policy", paramLabel = "FILE", description = "Recipes to ask by, as in config/lines.yaml; lines that"
            + " are not in it keep their current policy.")
    private @Nullable Path policy;

    @Option(names = "--rate", paramLabel = "F", defaultValue = "1", description = "Frames per second, at most (default:"
            + " ${DEFAULT-VALUE}): what live frames do not get of the model.")
    private double rate = 1;

    @Option(names = "--dry-run", description = "Only say what it takes.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Go on without asking.")
    private boolean yes;

    @Mixin
    private ChangesOptions changes;

    @Mixin
    private CostsOption costs;

    @Mixin
    private ReportOptions report;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        frames.check();
        changes.check();
        report.check();
        AndonConfig live = folder.allowedIn(options.load());
        try (Codecs codecs = Wiring.codecs(live);
                AskAgain again = AskAgain.open(live, codecs, new Wish(name, frames, folder, policy))) {
            PrintWriter out = spec.commandLine().getOut();
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            AskPlan plan = new AskPlan(again.estimate(), again.copiedBefore(), rate);
            plan.print(out);
            plan.put(result.putObject("plan"));
            if (!dryRun && (!plan.isEmpty() || again.goesOn()) && agreed(out)) {
                return run(live, codecs, again, out, result);
            }
            report.print(result, out);
            return 0;
        }
    }

    private void check() {
        if (!Site.isName(name)) {
            throw CommandFailure.misused(name + " is no name of a replay: write at most 60 letters, digits, - and _");
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw CommandFailure.misused("--rate " + rate + ": write a number above 0");
        }
        if (!dryRun && !yes && Screen.terminal().isEmpty()) {
            throw CommandFailure.misused("nobody is there to be asked: add --yes, or --dry-run to see what it takes");
        }
    }

    private boolean agreed(PrintWriter out) {
        if (yes) {
            return true;
        }
        out.print("Ask? [y/N] ");
        out.flush();
        return Screen.terminal().map(Console::readLine).filter(answer -> answer.strip().equalsIgnoreCase("y"))
                .isPresent();
    }

    private int run(AndonConfig live, Codecs codecs, AskAgain again, PrintWriter out, ObjectNode result)
            throws IOException, InterruptedException {
        StopSignal stop = StopSignal.listening();
        int exitCode = CommandFailure.FAILED;
        try {
            boolean over;
            try (AskProgress progress = new AskProgress(spec.commandLine().getErr(), Screen.terminal().isPresent(),
                    InstantSource.system())) {
                over = again.run(stop, rate, progress);
            }
            result.put("finished", over);
            if (over) {
                tell(live, codecs, again, out, result);
            } else {
                out.println("paused: the same command goes on");
                report.print(result, out);
            }
            exitCode = over ? 0 : PAUSED;
        } catch (StartException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        } finally {
            stop.finished(exitCode);
        }
        return exitCode;
    }

    private void tell(AndonConfig live, Codecs codecs, AskAgain again, PrintWriter out, ObjectNode result)
            throws InterruptedException {
        Comparison comparison = changes.comparison(new InspectionLog(live, codecs).truths());
        again.pairs(comparison::add);
        Costs known = costs.of(again.policies());
        new ComparisonTable(comparison, known).print(out);
        if (again.lost() > 0) {
            out.println(Listing.count(again.lost(), "image") + " turned out to be gone, or to be another one");
        }
        TopicsConfig topics = again.config().topics();
        result.put("lost", again.lost()).put("accepted", topics.accepted()).put("humanReview", topics.humanReview());
        out.println("The results stand on " + topics.accepted() + " and " + topics.humanReview());
        changes.queue(comparison, live, codecs, out);
        try (ReportImages images = ReportImages.of(live, codecs)) {
            report.write(() -> json(comparison, known, images, result), ReportPage::ofComparison, out);
        }
    }

    private ObjectNode json(Comparison comparison, @Nullable Costs known, ReportImages images, ObjectNode result) {
        ObjectNode json = ComparisonJson.of(comparison, known, images::of).put("title", "Asked again: " + name);
        json.putArray("subject").add(policy == null ? "By the policies in force" : "By the policies of " + policy);
        return json.setAll(result);
    }
}
