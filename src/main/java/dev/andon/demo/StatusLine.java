package dev.andon.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;

/** Shows the progress while it is open: one line that is rewritten on a terminal, now and then a line elsewhere. */
final class StatusLine implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String TO_LINE_START = "\r\u001b[K";
    private static final String CLIP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final MeterRegistry meters;
    private final LongSupplier sent;
    private final PrintStream out;
    private final boolean terminal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    StatusLine(MeterRegistry meters, LongSupplier sent, PrintStream out) {
        this.meters = meters;
        this.sent = sent;
        this.out = out;
        this.terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        this.thread = Thread.ofVirtual().name("status").start(this::run);
    }

    private void run() {
        Duration interval = terminal ? ON_TERMINAL : ELSEWHERE;
        long before = 0;
        long then = System.nanoTime();
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                Progress progress = Progress.of(meters);
                long now = System.nanoTime();
                show(progress.describe(sent.getAsLong(), (progress.done() - before) * 1e9 / (now - then)));
                before = progress.done();
                then = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String line) {
        if (terminal) {
            out.print(TO_LINE_START + CLIP + line + WRAP);
            out.flush();
        } else {
            out.println(line);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.println();
        }
    }
}
