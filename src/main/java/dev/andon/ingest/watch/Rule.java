package dev.andon.ingest.watch;

/** Says whether one condition holds. One thread. */
interface Rule {

    Condition condition();

    boolean holds();

    /** What is wrong, and what to do; has a meaning only while the condition holds. */
    String complaint();

    /** No pictures come any more, and those that come some day are looked at as if they were the first. */
    void interrupt();
}
