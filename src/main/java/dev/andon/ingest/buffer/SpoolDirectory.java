package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.andon.avro.FrameFile;
import dev.andon.avro.MalformedRecordException;
import dev.andon.core.frame.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames as files of a directory, which is locked for as long as this is open. One thread at a time.
 *
 * <p>A file is written under another name and renamed, so that a process that is killed leaves whole ones. They are not
 * forced to the disk: a machine that loses power may leave torn ones, which their checksums find.
 */
final class SpoolDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDirectory.class);
    private static final String UNFINISHED = ".unfinished";

    /** What became of a frame that was to be kept. */
    sealed interface Kept {

        /** It is on disk. */
        record Whole(SpoolFile file) implements Kept {}

        /** The files would be larger together than they may be. */
        record NoRoom() implements Kept {}

        /** The disk does not take it. */
        record Failed(String detail) implements Kept {}
    }

    /** What became of a file that was to be read. */
    sealed interface Read {

        /** The frame in it. */
        record Whole(Frame frame) implements Read {}

        /** It is no frame, and never will be. */
        record Damaged(String detail) implements Read {}

        /** Nobody can say now. */
        record Failed(String detail) implements Read {}
    }

    private final Path directory;
    private final long maxBytes;
    private final InstantSource clock;
    private final FileChannel lock;
    private final List<SpoolFile> found;
    private final List<SpoolFile> doomed = new ArrayList<>();
    private long bytes;

    private SpoolDirectory(BufferPolicy.Spool spool, InstantSource clock, FileChannel lock, List<SpoolFile> found) {
        this.directory = spool.directory();
        this.maxBytes = spool.maxBytes();
        this.clock = clock;
        this.lock = lock;
        this.found = found;
        this.bytes = found.stream().mapToLong(SpoolFile::bytes).sum();
    }

    /**
     * Makes the directory, locks it and looks what is in it.
     *
     * @throws IOException if somebody else uses it, or it cannot be used; the message says what to do
     */
    static SpoolDirectory open(BufferPolicy.Spool spool, InstantSource clock) throws IOException {
        Path directory = spool.directory();
        FileChannel lock;
        try {
            Files.createDirectories(directory);
            lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
        try {
            lock(directory, lock);
            return new SpoolDirectory(spool, clock, lock, look(directory));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** What an earlier run left, in order. */
    List<SpoolFile> found() {
        return found;
    }

    /** Bytes of all files. */
    long bytes() {
        return bytes;
    }

    /** Writes a frame. */
    Kept write(long number, Frame frame) {
        byte[] content = FrameFile.write(frame);
        if (bytes + content.length > maxBytes) {
            return new Kept.NoRoom();
        }
        SpoolFile file = SpoolFile.of(number, content, clock.instant());
        Path unfinished = directory.resolve(file.name() + UNFINISHED);
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, path(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(unfinished);
            return new Kept.Failed(e.toString());
        }
        bytes += content.length;
        return new Kept.Whole(file);
    }

    /** Reads a frame; it stays. */
    Read read(SpoolFile file) {
        byte[] content;
        try {
            content = Files.readAllBytes(path(file));
        } catch (NoSuchFileException e) {
            return new Read.Damaged("somebody took " + path(file) + " away");
        } catch (IOException e) {
            return new Read.Failed(path(file) + " cannot be read: " + e);
        }
        if (!file.matches(content)) {
            return new Read.Damaged("the " + content.length + " bytes of " + path(file)
                    + " are not those that were written, by the checksum in its name");
        }
        try {
            return new Read.Whole(FrameFile.read(content));
        } catch (MalformedRecordException e) {
            return new Read.Damaged(path(file) + ": " + e.getMessage());
        }
    }

    /** Removes a file; one that cannot be removed now still counts, and is tried again with the next one. */
    void delete(SpoolFile file) {
        doomed.add(file);
        doomed.removeIf(one -> {
            boolean gone = remove(path(one));
            bytes -= gone ? one.bytes() : 0;
            return gone;
        });
    }

    /**
     * Moves a file to where it is in nobody's way.
     *
     * @return where it is now
     * @throws IOException if it cannot be moved
     */
    Path setAside(SpoolFile file) throws IOException {
        Path place = Files.createDirectories(directory.resolve("damaged")).resolve(file.name());
        if (Files.exists(path(file))) {
            Files.move(path(file), place, StandardCopyOption.ATOMIC_MOVE);
        }
        bytes -= file.bytes();
        return place;
    }

    /** What is in it stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} cannot be given back before this process ends: {}", directory, e.toString());
        }
    }

    private Path path(SpoolFile file) {
        return directory.resolve(file.name());
    }

    private static boolean remove(Path path) {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted, and is sent again at the next start if it is whole: {}", path,
                    e.toString());
            return false;
        }
    }

    private static void lock(Path directory, FileChannel lock) throws IOException {
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException _) {
            // Somebody in this process.
        } catch (IOException e) {
            throw unusable(directory, e);
        }
        throw new IOException("somebody else keeps frames in " + directory + ": end the other process, or give each"
                + " camera of each process a directory of its own");
    }

    private static List<SpoolFile> look(Path directory) throws IOException {
        List<SpoolFile> frames = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                if (path.toString().endsWith(UNFINISHED)) {
                    remove(path);
                }
                Optional<SpoolFile> frame = SpoolFile.of(path);
                frame.ifPresent(frames::add);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unusable(directory, e);
        }
        frames.sort(Comparator.comparingLong(SpoolFile::number));
        return frames;
    }

    private static IOException unusable(Path directory, Exception cause) {
        return new IOException("frames cannot be kept in " + directory + ": " + cause, cause);
    }
}
