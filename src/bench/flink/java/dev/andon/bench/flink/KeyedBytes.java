package dev.andon.bench.flink;

/** A record as Flink hands it on; its form is what Flink knows as a POJO. One thread at a time. */
public final class KeyedBytes {

    /** The line. */
    public byte[] key = {};

    /** The frame, or what was found out about it. */
    public byte[] value = {};

    static KeyedBytes of(byte[] key, byte[] value) {
        KeyedBytes record = new KeyedBytes();
        record.key = key;
        record.value = value;
        return record;
    }
}
