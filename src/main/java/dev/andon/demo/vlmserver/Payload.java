package dev.andon.demo.vlmserver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of an answer, written when it is sent.
 *
 * @param type    its media type
 * @param length  in bytes; 0 where it is not announced
 * @param content writes it
 */
record Payload(String type, long length, Content content) {

    private static final String JSON = "application/json";
    private static final int PIECE = 1 << 16;

    /** Writes bytes. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Payload of(String type, byte[] bytes) {
        return new Payload(type, bytes.length, out -> out.write(bytes));
    }

    static Payload json(byte[] bytes) {
        return of(JSON, bytes);
    }

    /** A completion with a text of so many bytes, of which only a piece is in memory. */
    static Payload endless(long bytes) {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) 'a');
        return new Payload(JSON, 0, out -> {
            out.write("{\"choices\":[{\"index\":0,\"message\":{\"content\":\"".getBytes(StandardCharsets.UTF_8));
            for (long left = bytes; left > 0; left -= PIECE) {
                out.write(piece, 0, (int) Math.min(left, PIECE));
            }
            out.write("\"},\"finish_reason\":\"stop\"}]}".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** All of it at once. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        content.writeTo(all);
        return all.toByteArray();
    }
}
