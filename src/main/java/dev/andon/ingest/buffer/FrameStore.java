package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.andon.core.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where the frames of a backlog are: in memory, within a bound, and on disk, within another. Guarded by the backlog.
 *
 * <p>A frame in memory is awake; one that is on disk alone is asleep.
 */
final class FrameStore {

    /** What there is not enough of. */
    enum Lack {
        NOTHING, MEMORY, DISK
    }

    private final BufferPolicy policy;
    private final @Nullable SpoolDirectory disk;
    private long memoryBytes;
    private int spooled;
    private int asleep;
    private @Nullable String diskFailure;

    /** @param disk null for none */
    FrameStore(BufferPolicy policy, @Nullable SpoolDirectory disk) {
        this.policy = policy;
        this.disk = disk;
    }

    /** What an earlier run left, asleep. */
    List<Held> found() {
        List<Held> found = disk == null ? List.of() : disk.found().stream().map(Held::of).toList();
        spooled = found.size();
        asleep = found.size();
        return found;
    }

    long memoryBytes() {
        return memoryBytes;
    }

    /** Bytes of all files. */
    long spooledBytes() {
        return disk == null ? 0 : disk.bytes();
    }

    /** How many have a file. */
    int spooled() {
        return spooled;
    }

    /** How many are on disk alone. */
    int asleep() {
        return asleep;
    }

    /** Why the disk did not take something since this was asked last; null where it did. */
    @Nullable
    String diskFailure() {
        String detail = diskFailure;
        diskFailure = null;
        return detail;
    }

    /** Whether there is room in memory; for one that is larger than all of it, if there is nothing else. */
    boolean fits(Held held) {
        return memoryBytes == 0 || memoryBytes + held.weight <= policy.maxBytes();
    }

    /** Counts one that came, or was read, as awake. */
    void awake(Held held) {
        memoryBytes += held.weight;
    }

    /** Writes one that is awake; it stays so. */
    Lack write(Held held) {
        Frame frame = held.frame;
        if (disk == null || frame == null) {
            return Lack.MEMORY;
        }
        return switch (disk.write(held.number, frame)) {
            case SpoolDirectory.Kept.Whole(SpoolFile file) -> {
                held.file = file;
                spooled++;
                yield Lack.NOTHING;
            }
            case SpoolDirectory.Kept.NoRoom() -> Lack.DISK;
            case SpoolDirectory.Kept.Failed(String detail) -> {
                diskFailure = detail;
                yield Lack.MEMORY;
            }
        };
    }

    /** Lets one go from memory that is on disk. */
    void sleep(Held held) {
        memoryBytes -= held.weight;
        held.frame = null;
        asleep++;
    }

    /** Reads one that is asleep; it is awake then, if it is whole. */
    SpoolDirectory.Read wake(Held held) {
        SpoolDirectory.Read read = read(held);
        if (read instanceof SpoolDirectory.Read.Whole(Frame frame)) {
            held.frame = frame;
            asleep--;
            awake(held);
        }
        return read;
    }

    /** The frame, wherever it is; null if it cannot be read. */
    @Nullable
    Frame look(Held held) {
        return held.frame == null && read(held) instanceof SpoolDirectory.Read.Whole(Frame frame) ? frame : held.frame;
    }

    /** Lets one go for good. */
    void forget(Held held) {
        if (held.frame == null) {
            asleep--;
        } else {
            memoryBytes -= held.weight;
        }
        if (disk != null && held.file != null) {
            disk.delete(held.file);
            spooled--;
        }
    }

    /**
     * Lets one go whose file is damaged, and keeps the file elsewhere.
     *
     * @return where
     * @throws IOException if it cannot be moved; nothing has changed then
     */
    Path setAside(Held held) throws IOException {
        if (disk == null || held.file == null) {
            throw new IOException("frame " + held.number + " has no file");
        }
        Path place = disk.setAside(held.file);
        asleep--;
        spooled--;
        return place;
    }

    /** Files stay. */
    void close() {
        if (disk != null) {
            disk.close();
        }
    }

    /** How full it is, for people. */
    @Override
    public String toString() {
        BufferPolicy.Spool spool = policy.spool();
        String memory = memoryBytes + " of " + policy.maxBytes() + " bytes in memory";
        return spool == null
                ? memory
                : memory + " and " + spooledBytes() + " of " + spool.maxBytes() + " bytes on disk";
    }

    private SpoolDirectory.Read read(Held held) {
        return disk == null || held.file == null
                ? new SpoolDirectory.Read.Failed("frame " + held.number + " has no file")
                : disk.read(held.file);
    }
}
