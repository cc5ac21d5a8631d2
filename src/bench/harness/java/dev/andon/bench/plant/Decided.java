package dev.andon.bench.plant;

/**
 * A frame that a contender is done with, as a reader of committed records sees it.
 *
 * @param frame         its number
 * @param line          its line
 * @param capturedAt    milliseconds since 1970, just before it was appended
 * @param visibleAt     milliseconds since 1970, when the reader had it
 * @param modelMillis   of the slowest of its calls
 */
public record Decided(long frame, String line, long capturedAt, long visibleAt, long modelMillis) {

    /** From append to visible. */
    public long totalMillis() {
        return visibleAt - capturedAt;
    }

    /** What it took besides its own calls. */
    public long addedMillis() {
        return totalMillis() - modelMillis;
    }
}
