package dev.andon.cli;

import picocli.CommandLine.Command;

/** {@code andon replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "rescore|whatif|verify|shadow|reask|list|drop", description = {
    "Asks what history would have looked like. Live topics are read and never written."}, subcommands = {
        ReplayRescoreCommand.class, ReplayWhatIfCommand.class, ReplayVerifyCommand.class, ReplayShadowCommand.class,
        ReplayAskCommand.class, ReplayListCommand.class, ReplayDropCommand.class})
final class ReplayCommand extends Group {}
