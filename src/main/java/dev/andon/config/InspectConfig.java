package dev.andon.config;

/**
 * The application that decides.
 *
 * @param framesInFlight      frames whose samples are being asked for at once, over all tasks of this instance; 0 for
 *                            what keeps all servers of the model busy
 * @param bytesInFlight       of images held in memory at once, over all tasks of this instance
 * @param onOutage            what becomes of frames while the model's server is away
 * @param maxParked           frames of one partition that may wait for the model as a pointer; from half of it on they
 *                            wait in their topic, or where that is not possible, the oldest of the fullest line beyond
 *                            it go to people
 * @param seenFramesPerLine   frame ids remembered per line
 * @param lotSalt             makes this installation's lots its own; changing it draws new lots
 * @param attempts            at a frame whose inspection does not outlive the process; after them it is held untouched
 * @param hedge               when one sample more is asked for because the last one is late
 */
public record InspectConfig(int framesInFlight, DataSize bytesInFlight, OnOutage onOutage, int maxParked,
        int seenFramesPerLine, String lotSalt, int attempts, Hedge hedge) {

    /**
     * When one sample more is asked for because the last one of a frame is late.
     *
     * @param lateness the last one is late when it has taken so many times as long as the slowest of the others; above 1
     * @param maxShare extra samples per sample, at most; 0 for never, up to 1
     */
    public record Hedge(double lateness, double maxShare) {}

    /** What becomes of frames while the model's server is away. */
    public enum OnOutage {
        /** They go to people when the time limit of their recipe is over. */
        REVIEW,
        /** They wait for the server. */
        HOLD
    }
}
