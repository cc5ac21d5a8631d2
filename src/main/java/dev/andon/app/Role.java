package dev.andon.app;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can run in a process. */
public enum Role {
    /** Asks the model about frames and decides. */
    INSPECT,
    /** Learns from what people say. */
    REVIEW,
    /** Brings pictures of cameras. */
    INGEST,
    /** Tries candidates out beside what decides. */
    SHADOW;

    /** What a process does that is told nothing else. The shadow has one of its own, so that it takes nothing from the others. */
    public static final Set<Role> USUAL = Set.of(INSPECT, REVIEW, INGEST);

    /** As the application calls itself. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of some roles that are stream processors. */
    public static Set<Role> applications(Set<Role> roles) {
        return roles.stream().filter(role -> role != INGEST).collect(Collectors.toCollection(TreeSet::new));
    }
}
