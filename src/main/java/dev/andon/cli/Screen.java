package dev.andon.cli;

import java.io.Console;
import java.util.Optional;

/** The screen of somebody who watches. Pure functions of how the program was started. */
final class Screen {

    /** Moves to the upper left corner and clears what is below. */
    private static final String CLEAR = "\033[H\033[J";

    private Screen() {}

    /** What to print before a list that takes the place of the last one: nothing where the output goes elsewhere. */
    static String clear() {
        return terminal().isPresent() ? CLEAR : "";
    }

    /** Where somebody looks on and can be asked; empty where nobody is. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again, unless another console is chosen
    static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
