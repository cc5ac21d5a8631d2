package dev.andon.cli;

import java.io.PrintWriter;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.replay.Changed;
import dev.andon.replay.Comparison;
import dev.andon.replay.Truths;
import picocli.CommandLine.Option;

/** The options of every command that compares decisions: what is done with the frames that change. */
final class ChangesOptions {

    @Option(names = "--worst", paramLabel = "N", defaultValue = "20", description = "How many of the changed frames the report"
            + " shows (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Option(names = "--queue", paramLabel = "N", defaultValue = "0", description = "Ask people about up to so many of the"
            + " changed frames that were accepted and that nobody has judged, the worst first: copies as for audits go to"
            + " the topic human-review (default: ${DEFAULT-VALUE}).")
    private int queued;

    /** Ends the command where a number means nothing. */
    void check() {
        if (worst < 0 || queued < 0) {
            throw CommandFailure.misused((worst < 0 ? "--worst " + worst : "--queue " + queued) + ": give 0 or more");
        }
    }

    /** Nothing compared yet. */
    Comparison comparison(Truths truths) {
        return new Comparison(truths, worst, queued);
    }

    /** Puts those that are wanted into the queue for people. */
    void queue(Comparison comparison, AndonConfig config, Codecs codecs, PrintWriter out) throws InterruptedException {
        if (queued > 0) {
            try (ReviewQueue queue = ReviewQueue.of(config, codecs)) {
                queue.add(comparison.unjudged().stream().map(Changed::before).toList()).print(out);
            }
        }
    }
}
