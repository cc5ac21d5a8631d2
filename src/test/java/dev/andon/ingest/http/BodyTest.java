package dev.andon.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BodyTest {

    private static final int MOST = 10;

    private Instant now = Instant.EPOCH;

    @ParameterizedTest
    @CsvSource({"0,0", "10,10", "0,-1", "10,-1"})
    void whatFitsIsReadWhetherItsSizeIsKnownOrNot(int size, int announced) throws Refused {
        Body body = body(new ByteArrayInputStream(new byte[size]), announced);

        assertThat(body.read()).hasSize(size);
        assertThat(body.claim()).isEqualTo(announced < 0 ? MOST : announced);
    }

    @ParameterizedTest
    @CsvSource({"11,11,413", "11,-1,413", "100,-1,413", "11,10,413", "5,6,408"})
    void whatDoesNotFitIsRefused(int size, int announced, int status) {
        Body body = body(new ByteArrayInputStream(new byte[size]), announced);

        assertThat(catchThrowableOfType(Refused.class, body::read).answer().status()).isEqualTo(status);
    }

    @Test
    void noMoreThanTheLimitIsAskedFor() {
        Endless endless = new Endless();

        assertThatThrownBy(body(endless, -1)::read).isInstanceOf(Refused.class);

        assertThat(endless.read).isEqualTo(MOST + 1);
    }

    @Test
    void whatTricklesIsGivenUp() {
        InputStream trickling = new TimedStream(new Endless(), now, Duration.ofSeconds(3), () -> now);

        Refused refused = catchThrowableOfType(Refused.class, body(trickling, MOST)::read);

        assertThat(refused.answer().status()).isEqualTo(408);
        assertThat(refused.answer().toString()).contains("3 s");
    }

    @Test
    void whatIsLeftIsDiscardedWithinReason() {
        Endless endless = new Endless();

        Body.discard(new ByteArrayInputStream(new byte[3]), 100_000);
        Body.discard(endless, 100_000);

        assertThat(endless.read).isEqualTo(100_000);
    }

    private static Body body(InputStream stream, long announced) {
        return new Body(() -> stream, announced, MOST, "send less");
    }

    /** Gives a byte at a time, one a second. */
    private final class Endless extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            now = now.plusSeconds(1);
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length > 0) {
                bytes[offset] = (byte) read();
            }
            return Math.min(length, 1);
        }
    }
}
