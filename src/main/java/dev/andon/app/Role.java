package dev.andon.app;

import java.util.Locale;

/** What can run in a process. */
public enum Role {
    INSPECT, REVIEW;

    /** As the application calls itself. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
