package dev.andon.cli;

/** The command line: {@code andon COMMAND}. */
public final class Andon {

    private Andon() {}

    public static void main(String[] args) {}
}
