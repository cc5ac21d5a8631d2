package dev.andon.bench.history;

/**
 * What is on record.
 *
 * @param frames  that were decided
 * @param held    frames for people
 * @param copies  of accepted frames, for audits
 * @param reviews frames that a person judged
 */
record Written(long frames, long held, long copies, long reviews) {

    /** Records of decisions. */
    long inspections() {
        return frames + copies;
    }
}
