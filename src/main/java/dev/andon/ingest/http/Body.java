package dev.andon.ingest.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, which is never held beyond a limit, whatever it announces. One thread.
 *
 * @param announced its bytes by its header; negative where it says nothing
 * @param most      bytes that are taken, inclusive
 * @param remedy    what to do where that is too little
 */
record Body(Source source, long announced, long most, String remedy) {

    /** Where a body comes from. A client that waits with its body until it is wanted sends it once this is opened. */
    interface Source {

        InputStream open() throws IOException;
    }

    /**
     * Bytes that reading it can take.
     *
     * @throws Refused if it announces too many
     */
    int claim() throws Refused {
        if (announced > most) {
            throw tooLarge("has " + announced + " bytes");
        }
        return (int) (announced < 0 ? most : announced);
    }

    /** @throws Refused if it is too large, or breaks off */
    byte[] read() throws Refused {
        int claim = claim();
        try {
            InputStream stream = source.open();
            byte[] bytes = announced < 0 ? stream.readNBytes(claim) : exactly(stream, claim);
            if (bytes.length == most && stream.read() >= 0) {
                throw tooLarge("has more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new Refused(Answer.problem(408, "the body broke off (" + e.getMessage() + "): send it again"));
        }
    }

    /**
     * Reads on and forgets, so that a client that still sends gets to the point where it reads the answer.
     *
     * @param most bytes; whoever sends more than that is not waited for
     */
    static void discard(InputStream stream, long most) {
        byte[] buffer = new byte[1 << 13];
        try {
            long left = most;
            int read = 0;
            while (left > 0 && read >= 0) {
                read = stream.read(buffer);
                left -= read;
            }
        } catch (IOException _) {
            // nobody is there to read the answer
        }
    }

    /** One array of the right size is half of what a growing buffer would take. */
    private static byte[] exactly(InputStream stream, int size) throws IOException {
        byte[] bytes = new byte[size];
        int read = stream.readNBytes(bytes, 0, size);
        if (read < size) {
            throw new IOException("after " + read + " of " + size + " bytes");
        }
        return bytes;
    }

    private Refused tooLarge(String size) {
        return new Refused(Answer.problem(413, "the body " + size + ", at most " + most + " are taken: " + remedy));
    }
}
