package dev.andon.cli;

import java.util.List;

import dev.andon.config.Problem;

/** Ends a command with a message for people and an exit code. */
final class CommandFailure extends RuntimeException {

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    /** Everything else that did not work. */
    static final int FAILED = 1;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(message, FAILED);
    }

    static CommandFailure misused(String message) {
        return new CommandFailure(message, USAGE);
    }

    /** A configuration that cannot be used. */
    static CommandFailure refused(List<Problem> problems) {
        StringBuilder text = new StringBuilder(Listing.count(problems.size(), "problem") + ":");
        problems.forEach(problem -> text.append("\n  ").append(problem));
        return new CommandFailure(text.toString(), USAGE);
    }

    int exitCode() {
        return exitCode;
    }
}
