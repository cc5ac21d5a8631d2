package dev.andon.images;

/** What can be told of a GIF from its blocks alone (GIF89a), before a decoder gets it. */
final class GifStructure {

    private static final int SCREEN = 13;
    private static final int SCREEN_FLAGS = 10;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_FLAGS = 9;
    private static final int EXTENSION = 0x21;
    private static final int HAS_COLOURS = 0x80;

    private final byte[] gif;
    private int at;

    private GifStructure(byte[] gif) {
        this.gif = gif;
    }

    /** @throws Unusable if it holds several images */
    static void check(byte[] gif) throws Unusable {
        if (new GifStructure(gif).images() > 1) {
            throw new Unusable("the GIF is an animation: a frame is one image");
        }
    }

    /** Up to two: what is damaged ends the walk, and the decoder says so. */
    private int images() {
        int images = 0;
        at = SCREEN + colours(SCREEN_FLAGS);
        while (images < 2 && (value(at) == IMAGE || value(at) == EXTENSION)) {
            if (value(at) == IMAGE) {
                images++;
                at += IMAGE_FLAGS + 1 + colours(at + IMAGE_FLAGS) + 1;
            } else {
                at += 2;
            }
            skipData();
        }
        return images;
    }

    /** Data comes in pieces of up to 255 bytes, each behind its length, up to one of length 0. */
    private void skipData() {
        while (value(at) > 0) {
            at += 1 + value(at);
        }
        at++;
    }

    /** The bytes of the colours that flags announce. */
    private int colours(int flags) {
        return (value(flags) & HAS_COLOURS) == 0 ? 0 : 3 << ((value(flags) & 7) + 1);
    }

    /** Negative behind the end. */
    private int value(int index) {
        return index < gif.length ? gif[index] & 0xff : -1;
    }
}
