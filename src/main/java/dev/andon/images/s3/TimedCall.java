package dev.andon.images.s3;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes a call where its time limit holds: the client ends what takes too long by an interruption, and a read from a
 * socket heeds that on virtual threads alone. Any thread; blocks.
 */
final class TimedCall {

    private TimedCall() {}

    /**
     * What the call gives, made on a thread of its own.
     *
     * @throws SdkException     of the call, or if this thread is interrupted: the call is given up then
     * @throws RuntimeException any other of the call
     */
    static <T> T make(Supplier<T> call) {
        FutureTask<T> made = new FutureTask<>(call::get);
        Thread.ofVirtual().name("s3").start(made);
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            made.cancel(true);
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted", e);
        }
    }
}
