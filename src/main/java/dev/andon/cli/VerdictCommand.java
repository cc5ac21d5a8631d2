package dev.andon.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.Formats;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.topology.provisioning.TopicSchemas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon verdict}. */
@Command(name = "verdict", mixinStandardHelpOptions = true, description = {
    "Says what is true of an inspection, wherever it went. A second verdict corrects the first."})
final class VerdictCommand implements Callable<Integer> {

    /** Characters of a text that other records take up. */
    private static final int LONGEST_TEXT = 4_000;

    /** What can be said. */
    enum Said {
        OK(Result.OK), NOT_OK(Result.NOT_OK), CANNOT_TELL(Result.NOT_DECIDABLE);

        private final Result result;

        Said(Result result) {
            this.result = result;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "INSPECTION", description = "Id of the inspection, as andon tail --json shows it.")
    private String inspection = "";

    @Option(names = "--line", paramLabel = "LINE", description = "Its production line; without it the inspection is"
            + " looked up among the newest ones.")
    private @Nullable String line;

    @Option(names = "--result", required = true, paramLabel = "RESULT", description = "${COMPLETION-CANDIDATES}.")
    private Said said = Said.CANNOT_TELL;

    @Option(names = "--label", paramLabel = "L", description = "The label that is true, as in the recipe.")
    private @Nullable String label;

    @Option(names = "--basis", paramLabel = "BASIS", defaultValue = "IMAGE", description = "What was looked at:"
            + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). What came to light downstream corrects a result"
            + " and certifies none.")
    private Basis basis = Basis.IMAGE;

    @Option(names = "--reviewer", required = true, paramLabel = "NAME", description = "Who judges.")
    private String reviewer = "";

    @Option(names = "--comment", paramLabel = "TEXT", description = "In your own words.")
    private @Nullable String comment;

    @Option(names = "--supersedes", paramLabel = "VERDICT", description = "The verdict that this one corrects; without"
            + " it, the newest.")
    private @Nullable String supersedes;

    @Option(names = "--took", paramLabel = "TIME", description = "How long it took to judge, for instance 12s.")
    private @Nullable String took;

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatCannotBeMeant();
        Duration duration = duration();
        AndonConfig config = options.load();
        PrintWriter out = spec.commandLine().getOut();
        try (Codecs codecs = Wiring.codecs(config)) {
            LineId of = line == null ? lookedUp(config, codecs, out) : lineId(line);
            Verdict verdict = new Verdict(UUID.randomUUID().toString(), inspection, of, said.result, label, basis,
                    reviewer, InstantSource.system().instant(), duration, supersedes, comment);
            LineRecords.write(config, codecs, TopicSchemas.verdicts(config.topics()), codecs.verdicts(), Verdict::line,
                    List.of(verdict));
            out.println("verdict " + verdict.id() + " written");
        }
        return 0;
    }

    private void refuseWhatCannotBeMeant() {
        refuse(inspection.isBlank(), "INSPECTION is blank: write the id of an inspection");
        refuse(reviewer.isBlank(), "--reviewer is blank: write who judges");
        refuse(label != null && label.isBlank(), "--label is blank: write a label of the recipe, or leave it out");
        refuse(label != null && said == Said.CANNOT_TELL, "--label " + label
                + " goes with --result OK or NOT_OK: who cannot tell the result knows no label either");
        refuse(supersedes != null && supersedes.isBlank(), "--supersedes is blank: write the id of a verdict, or leave"
                + " it out");
        bound("INSPECTION", inspection);
        bound("--reviewer", reviewer);
        bound("--label", label);
        bound("--supersedes", supersedes);
        bound("--comment", comment);
    }

    private static void bound(String name, @Nullable String text) {
        refuse(text != null && text.length() > LONGEST_TEXT, name + " has " + (text == null ? 0 : text.length())
                + " characters: write at most " + LONGEST_TEXT);
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw CommandFailure.misused(message);
        }
    }

    private @Nullable Duration duration() {
        return took == null
                ? null
                : Formats.DURATION.read(took).orElseThrow(() -> CommandFailure.misused("--took " + took + ": write "
                        + Formats.DURATION.expected()));
    }

    private static LineId lineId(String text) {
        try {
            return new LineId(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused("--line: " + e.getMessage());
        }
    }

    /** The line of the inspection, which is shown and compared with the label. */
    private LineId lookedUp(AndonConfig config, Codecs codecs, PrintWriter out) {
        Inspection found = new InspectionSearch(config, codecs).find(inspection);
        out.println("line " + found.line() + "  " + Summaries.of(found));
        if (label != null) {
            LabelCheck.objection(found, new PolicyLog(config, codecs).read().get(found.line().value()), label,
                    said.result).ifPresent(objection -> {
                        throw CommandFailure.misused(objection);
                    });
        }
        return found.line();
    }
}
