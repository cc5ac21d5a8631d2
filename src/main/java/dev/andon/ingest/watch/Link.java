package dev.andon.ingest.watch;

/** Whether pictures come. */
sealed interface Link {

    /** Nobody has said anything yet. */
    record Unheard() implements Link {}

    /** They do. */
    record Up() implements Link {}

    /**
     * They do not.
     *
     * @param label  the kind of failure
     * @param detail for people
     */
    record Down(String label, String detail) implements Link {}
}
