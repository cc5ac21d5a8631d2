package dev.andon.vlm;

import java.io.IOException;
import java.nio.ByteBuffer;
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

    /** Bytes of the image per piece: a multiple of 3, so that only the last piece has padding. */
    private static final int CHUNK = 3 << 13;

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
        byte[] bytes = image.array();
        for (int at = 0; at < bytes.length; at += CHUNK) {
            sink.write(Base64.getEncoder().encode(ByteBuffer.wrap(bytes, at, Math.min(CHUNK, bytes.length - at))));
        }
        sink.write(tail);
    }
}
