package dev.andon.bench.overhead;

/**
 * What was counted in a stretch.
 *
 * @param frames     that a reader of committed records saw
 * @param bytes      of the values written about them
 * @param seconds    that it took
 * @param cpuSeconds of the contender meanwhile
 */
record Count(long frames, long bytes, double seconds, double cpuSeconds) {

    double cpuPerFrame() {
        return cpuSeconds / frames;
    }

    double framesPerSecond() {
        return frames / seconds;
    }

    double framesPerCore() {
        return frames / cpuSeconds;
    }

    double bytesPerFrame() {
        return (double) bytes / frames;
    }
}
