package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.andon.core.frame.Frame;
import dev.andon.schema.state.SeenFrame;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The frame ids that were used lately, a bounded number per line: a ring of ids, and an entry for each id in it. One
 * thread.
 *
 * <p>Keys: {@code f <line> <frame id>} holds the entry, {@code r <line> <slot>} the id in a slot of the ring, and
 * {@code n <line>} how many ids the line has had. The length of a line goes before it: ids may have any characters.
 */
public final class SeenFrames {

    /** What is known of a frame id. */
    public enum Sighting {
        /** It was never used, or too long ago. */
        FIRST,
        /** It was used before, for the same image. */
        REPEATED,
        /** It was used before, for another image. */
        CONFLICTING
    }

    private final KeyValueStore<byte[], byte[]> store;
    private final int perLine;
    private final Map<String, Long> counts = new Lately<>();

    /**
     * A view of the store.
     *
     * @param perLine ids remembered per line; with 0 every sighting is the first
     */
    public SeenFrames(KeyValueStore<byte[], byte[]> store, int perLine) {
        this.store = store;
        this.perLine = perLine;
    }

    /** Looks a frame up and remembers it. The same record is always the first sighting of itself. */
    public Sighting see(Frame frame, long offset) {
        if (perLine == 0) {
            return Sighting.FIRST;
        }
        byte[] key = key('f', frame.line().value(), frame.id().value());
        byte[] known = store.get(key);
        if (known == null) {
            remember(frame, key, offset);
            return Sighting.FIRST;
        }
        SeenFrame seen = StateCodec.SEEN_FRAME.decode(known);
        if (seen.getOffset() == offset) {
            return Sighting.FIRST;
        }
        return seen.getSha256().equals(frame.sha256()) ? Sighting.REPEATED : Sighting.CONFLICTING;
    }

    private void remember(Frame frame, byte[] key, long offset) {
        String line = frame.line().value();
        byte[] counter = key('n', line, "");
        long count = counts.computeIfAbsent(line, _ -> count(store.get(counter)));
        byte[] slot = key('r', line, Long.toString(count % perLine));
        byte[] forgotten = store.get(slot);
        if (forgotten != null) {
            store.delete(key('f', line, new String(forgotten, StandardCharsets.UTF_8)));
        }
        store.put(slot, frame.id().value().getBytes(StandardCharsets.UTF_8));
        counts.put(line, count + 1);
        store.put(counter, ByteBuffer.allocate(Long.BYTES).putLong(count + 1).array());
        store.put(key, StateCodec.SEEN_FRAME.encode(new SeenFrame(frame.sha256(), offset)));
    }

    private static long count(byte @Nullable [] stored) {
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    private static byte[] key(char kind, String line, String rest) {
        return (kind + Integer.toString(line.length()) + ':' + line + rest).getBytes(StandardCharsets.UTF_8);
    }
}
