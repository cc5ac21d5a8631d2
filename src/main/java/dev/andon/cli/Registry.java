package dev.andon.cli;

import java.util.List;

import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;

/** The schemas of the topics at the registry. */
final class Registry {

    private Registry() {}

    /**
     * What is wrong with the schemas of topics, one sentence each.
     *
     * @param register whether those that are missing are registered
     */
    static List<String> problems(Codecs codecs, List<WrittenTopic> topics, boolean register) {
        return switch (codecs.prepare(topics, register)) {
            case Preparation.Ready _ -> List.of();
            case Preparation.Missing(List<String> problems) -> problems;
            case Preparation.RegistryAway(String detail) -> throw away(detail);
        };
    }

    /** What to say where the registry does not answer. */
    static CommandFailure away(String detail) {
        return CommandFailure.failed("the schema registry does not answer: check registry.urls (" + detail + ")");
    }

    /** Makes sure that a topic can be written; ends the command otherwise. */
    static void require(AndonConfig config, Codecs codecs, WrittenTopic topic) {
        List<String> problems = problems(codecs, List.of(topic), config.registry().autoRegister());
        if (!problems.isEmpty()) {
            throw CommandFailure.failed(String.join("\n  ", problems));
        }
    }
}
