package dev.andon.ingest.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Bounds the bytes of the bodies that are being read, decoded and written at once. Any thread. */
final class UnderWay {

    /** What a small request costs nevertheless, among others for decoding. */
    private static final int LEAST = 256 << 10;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final int most;
    private final Semaphore free;

    /** @param most bytes; at least those of the largest body */
    UnderWay(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** @throws Refused if too many are under way */
    Share take(int bytes) throws Refused {
        int share = Math.min(most, Math.max(LEAST, bytes));
        if (!free.tryAcquire(share)) {
            throw new Refused(Answer.later(429, "too much is under way: send it again in a while, and fewer at once",
                    PAUSE));
        }
        return new Share(share);
    }

    /** What one request takes of it, until it is closed. One thread. */
    final class Share implements AutoCloseable {

        private final int bytes;
        private boolean kept;

        private Share(int bytes) {
            this.bytes = bytes;
        }

        /** Frees it at the end of something else, whenever it is closed. */
        void keepUntil(CompletableFuture<?> end) {
            kept = true;
            CompletableFuture<?> _ = end.whenComplete((_, _) -> free.release(bytes));
        }

        @Override
        public void close() {
            if (!kept) {
                free.release(bytes);
            }
        }
    }
}
