package dev.andon.ingest.video;

/** Who may look. Its text says nothing of the password. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user + ":***";
    }
}
