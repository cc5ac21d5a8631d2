package dev.andon.images;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The blocks of a GIF (GIF87a and GIF89a) behind its screen. Pure functions. */
final class GifBlocks {

    private static final int SCREEN = 13;
    private static final int SCREEN_FLAGS = 10;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_FLAGS = 9;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int HAS_COLOURS = 0x80;

    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;

    private GifBlocks() {}

    /** Is shown one block after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Looks at one.
         *
         * @throws Unusable if it must not be there
         */
        void see(Block block) throws Unusable;
    }

    /** One block, with its data. Immutable. */
    static final class Block {

        private final byte[] gif;
        private final int from;
        private final int to;

        private Block(byte[] gif, int from, int to) {
            this.gif = gif;
            this.from = from;
            this.to = to;
        }

        void writeTo(ByteArrayOutputStream bytes) {
            bytes.write(gif, from, to - from);
        }

        boolean isImage() {
            return value(gif, from) == IMAGE;
        }

        boolean isEnd() {
            return value(gif, from) == END;
        }

        /** Whether it says how the image behind it is to be shown. */
        boolean isGraphicControl() {
            return value(gif, from) == EXTENSION && value(gif, from + 1) == GRAPHIC_CONTROL;
        }

        /** Whether it is an extension of this application. */
        boolean isOf(String application) {
            return value(gif, from) == EXTENSION && value(gif, from + 1) == APPLICATION
                    && to - from > 3 + application.length() && new String(gif, from + 3, application.length(),
                            StandardCharsets.ISO_8859_1).equals(application);
        }
    }

    /** Where the first block begins: behind the screen and its colours. */
    static int start(byte[] gif) throws Unusable {
        return within(gif, SCREEN + colours(gif, SCREEN_FLAGS));
    }

    /**
     * Shows all blocks up to the end, which may be missing.
     *
     * @throws Unusable if it is cut off or something else stands where a block begins, or the visitor throws it
     */
    static void walk(byte[] gif, Visitor visitor) throws Unusable {
        int from = start(gif);
        while (from < gif.length) {
            Block block = new Block(gif, from, within(gif, end(gif, from)));
            visitor.see(block);
            if (block.isEnd()) {
                return;
            }
            from = block.to;
        }
    }

    private static int end(byte[] gif, int from) throws Unusable {
        return switch (value(gif, from)) {
            case IMAGE -> endOfData(gif, from + IMAGE_FLAGS + 1 + colours(gif, from + IMAGE_FLAGS) + 1);
            case EXTENSION -> endOfData(gif, from + 2);
            case END -> from + 1;
            default -> throw new Unusable("the GIF is damaged: " + value(gif, from) + " is the beginning of no block");
        };
    }

    /** Data comes in pieces of up to 255 bytes, each behind its length, up to one of length 0. */
    private static int endOfData(byte[] gif, int from) {
        int at = from;
        while (value(gif, at) > 0) {
            at += 1 + value(gif, at);
        }
        return at + 1;
    }

    /** The bytes of the colours that flags announce. */
    private static int colours(byte[] gif, int flags) {
        return (value(gif, flags) & HAS_COLOURS) == 0 ? 0 : 3 << ((value(gif, flags) & 7) + 1);
    }

    private static int within(byte[] gif, int end) throws Unusable {
        if (end > gif.length) {
            throw new Unusable("the GIF is damaged: it is cut off");
        }
        return end;
    }

    /** 0 behind the end, where nothing goes on. */
    private static int value(byte[] gif, int index) {
        return index < gif.length ? gif[index] & 0xff : 0;
    }
}
