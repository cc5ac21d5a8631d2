package dev.andon.demo.vlmserver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A success whose body is none: something else comes in place of the JSON, or the JSON comes spoilt. */
sealed interface Garbage extends Fault {

    /** What is sent in place of {@code right}. */
    Payload inPlaceOf(byte[] right);

    /** A web page, as proxies and login portals send it. */
    record Html() implements Garbage {
        @Override
        public Payload inPlaceOf(byte[] right) {
            return Payload.of("text/html", """
                <!DOCTYPE html>
                <html><head><title>Welcome</title></head><body><h1>Please log in</h1></body></html>
                """.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The first half of the JSON, said to be all. */
    record Truncated() implements Garbage {
        @Override
        public Payload inPlaceOf(byte[] right) {
            return Payload.json(Arrays.copyOf(right, right.length / 2));
        }
    }

    /** Each space replaced by a byte that no UTF-8 text has. */
    record BrokenText() implements Garbage {

        private static final byte NO_UTF8 = (byte) 0xff;

        @Override
        public Payload inPlaceOf(byte[] right) {
            byte[] broken = right.clone();
            for (int i = 0; i < broken.length; i++) {
                broken[i] = broken[i] == ' ' ? NO_UTF8 : broken[i];
            }
            return Payload.json(broken);
        }
    }

    /**
     * An answer in right JSON whose text is this long. Its length is not announced.
     *
     * @param bytes at least 0
     */
    record Huge(long bytes) implements Garbage {
        @Override
        public Payload inPlaceOf(byte[] right) {
            return Payload.endless(bytes);
        }
    }
}
