package dev.andon.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A stream that fails once it has taken too long, also where there is always a little to read. One thread. */
final class TimedStream extends FilterInputStream {

    private final Duration limit;
    private final InstantSource clock;
    private final Instant end;

    /** @param limit from {@code start} on */
    TimedStream(InputStream stream, Instant start, Duration limit, InstantSource clock) {
        super(stream);
        this.limit = limit;
        this.clock = clock;
        this.end = start.plus(limit);
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return super.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("more than " + limit.toSeconds() + " s are too long");
        }
    }
}
