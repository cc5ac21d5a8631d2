package dev.andon.cli;

import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/** What libraries may say. */
final class Logs {

    /** Commands that run for long and whose log is read by operators. */
    private static final Set<String> LONG = Set.of("run", "folder", "http", "demo", "chaos");

    private Logs() {}

    /** Silences Kafka's clients for short commands, which tell their failures themselves. */
    static void adapt(ParseResult parsed) {
        boolean shortOne = parsed.asCommandLineList().stream().noneMatch(one -> LONG.contains(one.getCommandName()));
        if (parsed.hasSubcommand() && shortOne && LoggerFactory.getLogger("org.apache.kafka") instanceof Logger kafka) {
            kafka.setLevel(Level.OFF);
        }
    }
}
