package dev.andon.config;

/**
 * The application that decides.
 *
 * @param framesInFlight      frames whose samples are being asked for at once, over all tasks of this instance; 0 for
 *                            what keeps {@code vlm.maxConcurrentCalls} busy
 * @param bytesInFlight       of images held in memory at once, over all tasks of this instance
 * @param seenFramesPerLine   frame ids remembered per line
 * @param lotSalt             makes this installation's lots its own; changing it draws new lots
 */
public record InspectConfig(int framesInFlight, DataSize bytesInFlight, int seenFramesPerLine, String lotSalt) {}
