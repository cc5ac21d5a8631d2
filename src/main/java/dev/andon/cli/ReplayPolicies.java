package dev.andon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.LinesFile;
import dev.andon.core.decision.LinePolicy;
import org.jspecify.annotations.Nullable;

/** The policies that a replay asks by. Pure functions of what stands on the topics. */
final class ReplayPolicies {

    private ReplayPolicies() {}

    /**
     * The current policies of the lines, and in place of them those of a file, by line. None has a daily budget: a replay has
     * its rate, and a frame that is held since a budget is spent says nothing of the model.
     *
     * @param file as config/lines.yaml; null for none
     */
    static Map<String, LinePolicy> of(AndonConfig live, Codecs codecs, @Nullable Path file, String author) {
        Map<String, LinePolicy> policies = new TreeMap<>(new PolicyLog(live, codecs).read());
        for (LinePolicy wanted : file == null ? List.<LinePolicy>of() : read(file, author, live)) {
            String line = wanted.line().value();
            policies.put(line, PolicyChange.of(policies.get(line), wanted, null).next());
        }
        policies.replaceAll((_, policy) -> new LinePolicy(policy.line(), policy.version(), policy.author(),
                policy.approver(), policy.recipes()));
        return policies;
    }

    private static List<LinePolicy> read(Path file, String author, AndonConfig live) {
        return EmbedderCheck.check(LinesFile.read(file, author), live.embedding()).orElse(problems -> {
            throw CommandFailure.refused(problems);
        });
    }
}
