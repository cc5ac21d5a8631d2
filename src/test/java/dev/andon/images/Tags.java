package dev.andon.images;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Images with metadata of every kind, each with the same word in it. */
public final class Tags {

    /** What stands in all metadata. */
    public static final String SECRET = "Zürich 47.3769";

    private static final byte[] WORD = SECRET.getBytes(StandardCharsets.ISO_8859_1);

    private Tags() {}

    /** A JPEG with everything that cameras and editors write, held so. */
    public static byte[] jpeg(byte[] jpeg, int orientation) {
        byte[] tagged = jpeg;
        for (byte[] segment : new byte[][]{segment(0xfe, ""), segment(0xed, "Photoshop 3.0\0"), segment(0xe2, "MPF\0"),
            segment(0xe1, "http://ns.adobe.com/xap/1.0/\0"), segment(0xec, "Ducky"), segment(0xe0, "JFXX\0"),
            segment(0xe1, "Exif\0\0" + tiff(orientation))}) {
            tagged = Pictures.with(tagged, 2, segment);
        }
        return Pictures.with(tagged, tagged.length, WORD);
    }

    /** A PNG likewise. */
    public static byte[] png(byte[] png, int orientation) {
        byte[] tagged = png;
        for (String chunk : new String[]{"tEXtComment\0", "zTXtComment\0\0", "iTXtXML:com.adobe.xmp\0\0\0\0\0", "tIME",
            "prVW", "eXIf" + tiff(orientation)}) {
            tagged = Pictures.with(tagged, 33, Pictures.chunk(bytes(chunk + SECRET)));
        }
        return Pictures.with(tagged, tagged.length, WORD);
    }

    /** A GIF likewise. */
    public static byte[] gif(byte[] gif) {
        int behindScreen = 13 + 3 * (1 << ((gif[10] & 7) + 1));
        byte[] tagged = gif;
        for (String extension : new String[]{"\u00fe", "\u00ff\u000bXMP DataXMP", "\u0001\u000c------------"}) {
            tagged = Pictures.with(tagged, behindScreen, bytes("!" + extension + (char) WORD.length + SECRET + "\0"));
        }
        return Pictures.with(tagged, tagged.length, WORD);
    }

    /** A segment of this marker that begins so and says the word. */
    private static byte[] segment(int marker, String start) {
        byte[] content = bytes(start + SECRET);
        return ByteBuffer.allocate(4 + content.length).put((byte) 0xff).put((byte) marker)
                .putShort((short) (2 + content.length)).put(content).array();
    }

    /** Of little-endian cameras, its directory behind some other bytes, the orientation behind another tag. */
    private static String tiff(int orientation) {
        return "II*\0\f\0\0\0\1\2\3\4" + "\2\0" + "\u000f\1\2\0\4\0\0\0abc\0" + "\u0012\1\3\0\1\0\0\0"
                + (char) orientation + "\0\0\0" + "\0\0\0\0";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the word stands anywhere. */
    public static boolean tell(byte[] image) {
        return new String(image, StandardCharsets.ISO_8859_1).contains(SECRET);
    }
}
