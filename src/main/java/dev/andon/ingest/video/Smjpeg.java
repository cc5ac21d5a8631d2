package dev.andon.ingest.video;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import dev.andon.core.frame.ImageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the container that ffmpeg calls {@code smjpeg}: a row of JPEGs, each with its time. One thread.
 *
 * <p>It begins with eight bytes of {@link #MAGIC}, four of a version and four of a duration; then come pieces, each with a
 * mark of four characters: texts and descriptions with four bytes of their length, until {@code HEND} says that pictures
 * follow; pictures with four bytes of their time in milliseconds and four of their length; and {@code DONE}. Numbers are
 * big-endian.
 */
final class Smjpeg {

    /** Overflows after 49.7 days: later times begin anew. */
    record Timed(long millis, ImageBytes jpeg) {}

    private static final byte[] MAGIC = {0, '\n', 'S', 'M', 'J', 'P', 'E', 'G'};
    private static final int REST_OF_HEAD = 8;
    private static final int TEXT = mark("_TXT");
    private static final int VIDEO = mark("_VID");
    private static final int SOUND = mark("_SND");
    private static final int HEAD_ENDS = mark("HEND");
    private static final int PICTURE = mark("vidD");
    private static final int ALL_DONE = mark("DONE");

    private final DataInputStream in;
    private final int largest;
    private boolean begun;

    /** @param largest bytes of a picture */
    Smjpeg(InputStream in, int largest) {
        this.in = new DataInputStream(in);
        this.largest = largest;
    }

    /**
     * The next picture; null at the end, even if that comes unexpected.
     *
     * @throws IOException if it cannot be read, or is something else
     */
    @Nullable
    Timed next() throws IOException {
        try {
            if (!begun) {
                begin();
            }
            return picture();
        } catch (EOFException e) {
            return null;
        }
    }

    private void begin() throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new EOFException();
        }
        in.skipNBytes(REST_OF_HEAD);
        for (int mark = in.readInt(); mark != HEAD_ENDS; mark = in.readInt()) {
            if (mark != TEXT && mark != VIDEO && mark != SOUND) {
                throw new IOException("ffmpeg's output begins unlike SMJPEG: " + Integer.toHexString(mark));
            }
            in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
        }
        begun = true;
    }

    private @Nullable Timed picture() throws IOException {
        int mark = in.readInt();
        if (mark == ALL_DONE) {
            return null;
        }
        if (mark != PICTURE) {
            throw new IOException("ffmpeg's output is no SMJPEG: " + Integer.toHexString(mark));
        }
        long millis = Integer.toUnsignedLong(in.readInt());
        int length = in.readInt();
        if (length < 0 || length > largest) {
            throw new IOException("a picture has " + Integer.toUnsignedString(length) + " bytes, at most " + largest
                    + " are allowed: scale the pictures, lower their quality, or raise images.maxBytes");
        }
        byte[] jpeg = new byte[length];
        in.readFully(jpeg);
        return new Timed(millis, ImageBytes.of(jpeg));
    }

    private static int mark(String text) {
        return text.charAt(0) << 24 | text.charAt(1) << 16 | text.charAt(2) << 8 | text.charAt(3);
    }
}
