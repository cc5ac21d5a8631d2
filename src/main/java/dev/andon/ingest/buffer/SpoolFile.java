package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A frame on disk. Its name is all that is known of it without reading: {@code 0000000000000000042-0badcafe.frame} for
 * number and checksum.
 *
 * @param number  of its place in the order
 * @param crc     CRC-32C of its content
 * @param bytes   of its content
 * @param written when
 */
record SpoolFile(long number, int crc, long bytes, Instant written) {

    private static final Pattern NAME = Pattern.compile("(\\d{19})-([0-9a-f]{8})\\.frame");

    static SpoolFile of(long number, byte[] content, Instant written) {
        return new SpoolFile(number, crc(content), content.length, written);
    }

    /**
     * The frame that a file is by its name; empty for other files.
     *
     * @throws IOException if the file cannot be looked at
     */
    static Optional<SpoolFile> of(Path path) throws IOException {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return Optional.of(new SpoolFile(Long.parseLong(name.group(1)), Integer.parseUnsignedInt(name.group(2), 16),
                file.size(), file.lastModifiedTime().toInstant()));
    }

    String name() {
        return String.format("%019d-%08x.frame", number, crc);
    }

    /** Whether this is what was written. */
    boolean matches(byte[] content) {
        return crc(content) == crc;
    }

    private static int crc(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }
}
