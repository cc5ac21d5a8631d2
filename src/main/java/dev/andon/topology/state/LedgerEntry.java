package dev.andon.topology.state;

import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/**
 * A frame that was taken from its topic and is not yet decided: a pointer, never the image.
 *
 * @param position   where its record is
 * @param lineKey    key of the record as text; empty where it had none
 * @param size       bytes of the record's value
 * @param crc        CRC-32C of the record's value
 * @param receivedAt timestamp of the record
 * @param recipeHash the recipe that the samples answer; null before the first sample
 * @param samples    the valid ones so far, by index
 * @param attempts   at inspecting it
 */
public record LedgerEntry(
        Position position,
        String lineKey,
        int size,
        long crc,
        Instant receivedAt,
        @Nullable String recipeHash,
        List<Sample> samples,
        Attempts attempts) {

    /**
     * By what a record is told from another one that once stood at the same offset.
     *
     * @param size bytes of its value
     * @param crc  CRC-32C of its value
     */
    record Identity(long offset, int size, long crc) {}

    public LedgerEntry {
        samples = List.copyOf(samples);
    }

    /** A frame that has just been taken. */
    public static LedgerEntry fresh(Position position, String lineKey, int size, long crc, Instant receivedAt) {
        return new LedgerEntry(position, lineKey, size, crc, receivedAt, null, List.of(), Attempts.NONE);
    }

    Identity identity() {
        return new Identity(position.offset(), size, crc);
    }

    /** The same frame with more of its samples. */
    public LedgerEntry withSamples(String hash, List<Sample> all) {
        return new LedgerEntry(position, lineKey, size, crc, receivedAt, hash, all, attempts);
    }

    /** The same frame after other attempts. */
    public LedgerEntry withAttempts(Attempts made) {
        return new LedgerEntry(position, lineKey, size, crc, receivedAt, recipeHash, samples, made);
    }
}
