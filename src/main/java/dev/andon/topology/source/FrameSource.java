package dev.andon.topology.source;

import java.util.OptionalLong;

import dev.andon.core.frame.Position;

/** Reads a frame's record again. Any thread; blocks. */
public interface FrameSource extends AutoCloseable {

    /** What became of a read. */
    sealed interface Read {

        /** The record is there, and the same as before. */
        record Found(FrameRecord frame) implements Read {}

        /** The record is gone, or another one stands in its place: it will not come back. */
        record Gone(String detail) implements Read {}

        /** It could not be read now. */
        record Failed(String detail) implements Read {}
    }

    /**
     * Reads the record at a position.
     *
     * @param crc CRC-32C that its value had
     * @throws InterruptedException if the calling thread is interrupted
     */
    Read read(Position position, long crc) throws InterruptedException;

    /**
     * Where the next record of a partition will stand; empty if nobody can say now.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    OptionalLong end(String topic, int partition) throws InterruptedException;

    @Override
    void close();
}
