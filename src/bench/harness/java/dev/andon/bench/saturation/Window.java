package dev.andon.bench.saturation;

/**
 * A part of a run.
 *
 * @param busyShare  of the slots' time
 * @param askedRate  frames a second, by calls answered
 * @param seenRate   frames a second that a reader of committed records saw
 * @param cores      that the contender used
 * @param cpuSeconds of the contender per frame
 * @param violations frames that were out of order or there twice, so far in this run
 */
record Window(double busyShare, double askedRate, double seenRate, double cores, double cpuSeconds, long violations) {}
