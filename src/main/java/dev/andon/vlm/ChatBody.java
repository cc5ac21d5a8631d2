package dev.andon.vlm;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

import dev.andon.core.frame.ImageBytes;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;

/**
 * A request whose image is turned into base64 while it is sent: no copy of the image is held, and each attempt sends
 * the same bytes. Any thread.
 */
final class ChatBody extends RequestBody {

    private static final MediaType JSON = MediaType.get("application/json");

    private final ByteString head;
    private final ImageBytes image;
    private final ByteString tail;

    /**
     * @param head everything before the base64 text
     * @param tail everything after it
     */
    ChatBody(ByteString head, ImageBytes image, ByteString tail) {
        this.head = head;
        this.image = image;
        this.tail = tail;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        long base64 = (image.size() + 2L) / 3 * 4;
        return head.size() + base64 + tail.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(head);
        try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(sink.outputStream()))) {
            base64.write(image.array());
        }
        sink.write(tail);
    }

    /** Keeps the connection open when the base64 encoder is closed to write its padding. */
    private static final class Unclosed extends OutputStream {

        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
