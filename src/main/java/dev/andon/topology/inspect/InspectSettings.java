package dev.andon.topology.inspect;

import java.time.Duration;

import dev.andon.core.decision.KeptSample;

/**
 * The numbers and names that the processor goes by.
 *
 * @param topics            that are read and written
 * @param scope             the frames that are decided
 * @param partitions        of {@code frames}
 * @param lotSalt           of this installation
 * @param seenFramesPerLine frame ids remembered per line
 * @param maxImageBytes     of an image that is loaded by its uri
 * @param inlineLimit       bytes up to which a held image travels inside its record
 * @param maxRecordBytes    of an output record; an image that would exceed it goes by reference
 * @param maxDeadLetterBytes of a dead letter with its key and headers; a larger one goes without its value
 * @param parking           what becomes of frames that the model cannot be asked about yet
 * @param patience          how long a stream thread may wait for room in one loop before it parks a frame
 * @param tick              how soon finished work is looked for again
 * @param retryPause        before something that was away is tried again
 * @param attempts          at a frame whose inspection does not outlive the process; at least 2
 * @param kept              the accepted frames whose images are kept
 * @param simulated         marks every inspection as simulated
 */
public record InspectSettings(
        InspectTopics topics,
        Scope scope,
        int partitions,
        String lotSalt,
        int seenFramesPerLine,
        long maxImageBytes,
        long inlineLimit,
        int maxRecordBytes,
        long maxDeadLetterBytes,
        ParkingSettings parking,
        Duration patience,
        Duration tick,
        Duration retryPause,
        int attempts,
        KeptSample kept,
        boolean simulated) {}
