package dev.andon.images.s3;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimedCallTest {

    @Test
    void givesWhatTheCallGivesOrItsFailureItself() {
        SdkException failure = SdkException.create("no", null);

        assertThat(TimedCall.<String>make(() -> "yes")).isEqualTo("yes");
        assertThatThrownBy(() -> TimedCall.make(() -> {
            throw failure;
        })).isSameAs(failure);
    }

    @Test
    @Timeout(20)
    void givesTheCallUpWhenItsCallerIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();

        assertThatThrownBy(() -> TimedCall.make(() -> untilInterrupted(caller, interrupted)))
                .isInstanceOf(AbortedException.class);

        assertThat(Thread.interrupted()).isTrue();
        interrupted.await();
    }

    private static boolean untilInterrupted(Thread caller, CountDownLatch interrupted) {
        caller.interrupt();
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return true;
    }
}
