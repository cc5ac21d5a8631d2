package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The parts of a body of type {@code multipart/form-data} (RFC 7578). Immutable. */
record Form(List<Part> parts) {

    private static final int MOST_PARTS = 32;

    /**
     * One of them.
     *
     * @param name    blank where it has none
     * @param content fills an array of its own
     */
    record Part(String name, ByteBuffer content) {}

    /**
     * Takes a body apart, in memory.
     *
     * @param contentType of the body, with its boundary
     * @throws Refused if it is damaged
     */
    static Form of(String contentType, byte[] body) throws Refused {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isBlank()) {
            throw new Refused(Answer.problem(400, "Content-Type names no boundary: let your HTTP client set it"));
        }
        Parts parts = new Parts();
        MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
        parser.setMaxParts(MOST_PARTS);
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(body), true));
        if (parts.failure != null || !parts.complete) {
            throw new Refused(Answer.problem(400, "the form is damaged (" + parts.failure + "): let your HTTP client"
                    + " build it"));
        }
        return new Form(List.copyOf(parts.found));
    }

    /** Hears of the parts. One thread. */
    private static final class Parts extends MultiPart.AbstractPartsListener {

        private final List<Part> found = new ArrayList<>();
        private final List<ByteBuffer> pieces = new ArrayList<>();
        private boolean complete;
        private @Nullable String failure;

        @Override
        public void onPartContent(Content.Chunk chunk) {
            pieces.add(chunk.getByteBuffer().slice());
        }

        @Override
        public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
            ByteBuffer whole = ByteBuffer.allocate(pieces.stream().mapToInt(ByteBuffer::remaining).sum());
            pieces.forEach(whole::put);
            pieces.clear();
            found.add(new Part(name == null ? "" : name, whole.flip()));
        }

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable reason) {
            failure = reason.getMessage();
        }
    }
}
