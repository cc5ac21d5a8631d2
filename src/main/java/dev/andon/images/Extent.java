package dev.andon.images;

import java.io.IOException;
import java.io.InputStream;

/**
 * How many bytes an image may have, and reading it within that. Any thread.
 *
 * @param declared by the words of the camera side; 0, the default of the schema, stands for none
 * @param most     inclusive
 */
public record Extent(long declared, long most) {

    /**
     * Looks at a size.
     *
     * @throws Unusable if an image of this size is too large, or is not what was declared
     */
    public void check(long size) throws Unusable {
        if (size > most) {
            throw new Unusable("the image has " + size + tooLarge());
        }
        if (declared != 0 && declared != size) {
            throw new Unusable("the image has " + size + " bytes, but the frame declares " + declared);
        }
    }

    /**
     * Reads a stream to its end. What is announced is not believed: the limit holds for what comes.
     *
     * @param announced size by the words of whoever has the image; negative for none
     * @throws Unusable if there are more bytes or fewer than there should be
     */
    public byte[] read(InputStream stream, long announced) throws IOException, Unusable {
        if (announced >= 0) {
            check(announced);
        }
        long expected = announced >= 0 ? announced : declared;
        return announced >= 0 || declared != 0 ? exactly(expected, stream) : upToTheLimit(stream);
    }

    /** One array of the right size is half of what a growing buffer would take. */
    private byte[] exactly(long size, InputStream stream) throws IOException, Unusable {
        check(size);
        byte[] bytes = new byte[(int) size];
        int read = stream.readNBytes(bytes, 0, bytes.length);
        if (read < size) {
            throw new Unusable("the image ends after " + read + " of " + size + " bytes");
        }
        if (stream.read() >= 0) {
            throw new Unusable("the image goes on after the " + size + " bytes that it should have");
        }
        return bytes;
    }

    private byte[] upToTheLimit(InputStream stream) throws IOException, Unusable {
        byte[] bytes = stream.readNBytes((int) most);
        if (bytes.length == most && stream.read() >= 0) {
            throw new Unusable("the image has more than " + most + tooLarge());
        }
        return bytes;
    }

    private String tooLarge() {
        return " bytes, at most " + most + " are read: raise images.maxBytes or send smaller images";
    }
}
