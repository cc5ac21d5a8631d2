package dev.andon.bench.stub;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A request that was received to its last byte.
 *
 * @param line  for instance {@code POST /v1/chat/completions HTTP/1.1}
 * @param bytes of its body
 */
record HttpRequest(String line, long bytes) {

    private static final int LONGEST_HEAD = 64 << 10;
    private static final String LENGTH = "content-length:";

    /**
     * Receives the next request of a connection.
     *
     * @param scratch what bodies are read into
     * @return null at the end of the connection
     * @throws IOException if it breaks off in between, or is none
     */
    static @Nullable HttpRequest receive(InputStream in, byte[] scratch) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        long length = 0;
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Long.parseLong(header.substring(LENGTH.length()).strip());
            }
        }
        for (long missing = length; missing > 0;) {
            int read = in.read(scratch, 0, (int) Math.min(scratch.length, missing));
            if (read < 0) {
                throw new EOFException("the body ends " + missing + " bytes early");
            }
            missing -= read;
        }
        return new HttpRequest(line, length);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        byte[] bytes = new byte[256];
        int size = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (size == LONGEST_HEAD) {
                throw new IOException("a line of the head has more than " + LONGEST_HEAD + " bytes");
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) next;
        }
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
