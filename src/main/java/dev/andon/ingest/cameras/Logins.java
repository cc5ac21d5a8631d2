package dev.andon.ingest.cameras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.andon.ingest.video.Login;

/** Logins of cameras in files of their own. Pure functions. */
public final class Logins {

    private Logins() {}

    /**
     * The login that a file holds alone, as {@code user:password}.
     *
     * @throws IOException if it cannot be read, or holds something else; the message says nothing of what it holds
     */
    public static Login of(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IOException("the login of a camera cannot be read: " + e, e);
        }
        int colon = text.indexOf(':');
        if (colon < 1 || text.lines().count() != 1) {
            throw new IOException(file + " holds no login: write user:password on one line");
        }
        return new Login(text.substring(0, colon), text.substring(colon + 1));
    }
}
