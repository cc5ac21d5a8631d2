package dev.andon.bench.memory;

/**
 * What came of a scenario.
 *
 * @param accepted  frames that were decided by the model's answers
 * @param forPeople frames that were sent to people
 * @param busyShare of the model's slots: calls under way, of those that there may be
 * @param seconds   that it was watched
 * @param heap      after each collection
 * @param resident  every second
 */
record Observed(long accepted, long forPeople, double busyShare, double seconds, Series heap, Series resident) {}
