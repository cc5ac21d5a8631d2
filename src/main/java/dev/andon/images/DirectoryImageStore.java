package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import dev.andon.core.frame.ImageBytes;

/**
 * Images as files: {@code <root>/sha256/ab/cdef….jpg}, where {@code abcdef…} is the digest. A file is written under
 * another name, forced to the disk and moved to its place, so that what stands there is whole; names ending in
 * {@code .tmp} are left by crashes and can be deleted. Any thread, any number of processes.
 */
public final class DirectoryImageStore implements ImageStore {

    private final Path root;
    private final InstantSource clock;

    /** @param root created when the first image is kept */
    public DirectoryImageStore(Path root) {
        this(root, InstantSource.system());
    }

    DirectoryImageStore(Path root, InstantSource clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public URI put(ImageBytes bytes, String sha256, String contentType) throws IOException {
        Path file = root.resolve(ContentName.of(bytes, sha256, contentType));
        if (!isThere(file, bytes)) {
            write(file, bytes);
        }
        return file.toUri();
    }

    private boolean isThere(Path file, ImageBytes bytes) throws IOException {
        Instant old = clock.instant().minus(REWRITTEN_FROM);
        return Files.isRegularFile(file) && Files.size(file) == bytes.size()
                && Files.getLastModifiedTime(file).toInstant().isAfter(old);
    }

    private static void write(Path file, ImageBytes bytes) throws IOException {
        Path directory = Files.createDirectories(file.getParent());
        Path temporary = directory.resolve(UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes.array());
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes the new name itself outlive a crash; not every operating system can. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOfThisSystem) {
            // Windows opens no directories and keeps names in its journal.
        }
    }
}
