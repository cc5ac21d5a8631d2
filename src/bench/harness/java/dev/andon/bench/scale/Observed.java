package dev.andon.bench.scale;

import java.util.SortedMap;

import dev.andon.bench.report.Quantiles;

/**
 * What came of a run.
 *
 * @param rate           frames a second, of more than it could decide
 * @param cpuSeconds     per frame, likewise
 * @param progress       of the lines, likewise
 * @param millis         from append to visible, at half that rate
 * @param frames         in all
 * @param notSeen        of them in time
 * @param disorder       frames that were out of the order of their line, or there twice
 * @param stateBytes     of the stores on the disk
 * @param changelogBytes of each store on the broker
 * @param resident       megabytes at the end
 */
record Observed(double rate, double cpuSeconds, Progress progress, Quantiles millis, long frames, long notSeen,
        long disorder, long stateBytes, SortedMap<String, Long> changelogBytes, double resident) {}
