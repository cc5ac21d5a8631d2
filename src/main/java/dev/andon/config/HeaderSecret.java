package dev.andon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets that travel in a header of HTTP: surrounding space removed, visible ASCII. Messages never show them. */
public final class HeaderSecret {

    private HeaderSecret() {}

    /**
     * The secret that a text holds.
     *
     * @param source what holds it, for messages
     * @throws IllegalArgumentException if the text is blank, or no header can carry it
     */
    public static Secret of(String source, String text) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(source + " holds no secret: put it in, or remove the setting");
        }
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(source + " holds spaces, line ends or characters outside ASCII, which no"
                    + " HTTP header carries: put in the secret alone");
        }
        return new Secret(secret);
    }

    /**
     * The secret that a file holds alone.
     *
     * @param setting that names the file, for messages
     * @throws IllegalArgumentException if the file cannot be read, is blank, or no header can carry what it holds
     */
    public static Secret ofFile(String setting, Path file) {
        String source = setting + " " + file;
        try {
            return of(source, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(source + " cannot be read (" + e
                    + "): give the path of a readable file that holds the secret alone", e);
        }
    }
}
