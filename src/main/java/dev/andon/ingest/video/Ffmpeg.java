package dev.andon.ingest.video;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A running ffmpeg. One thread takes what comes; another reads ahead by a few pictures, so that silence can be told from a
 * slow reader. ffmpeg ends when this does: with its next picture at the latest, or once its camera has been silent.
 */
final class Ffmpeg implements AutoCloseable {

    private static final int AHEAD = 4;
    private static final int BUFFER = 1 << 16;
    private static final Duration FOR_LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final InstantSource clock;
    private final BlockingQueue<Coming> coming = new ArrayBlockingQueue<>(AHEAD);
    private final Complaints complaints;
    private final Thread reader;
    private final Thread listener;

    private Ffmpeg(Process process, int largest, Complaints complaints, InstantSource clock) {
        this.process = process;
        this.complaints = complaints;
        this.clock = clock;
        this.listener = Thread.ofPlatform().daemon().name("ffmpeg-words").start(this::listen);
        this.reader = Thread.ofPlatform().daemon().name("ffmpeg-pictures").start(() -> read(largest));
    }

    /**
     * Starts it.
     *
     * @param largest bytes of a picture
     * @throws IOException if there is no such program
     */
    static Ffmpeg start(FfmpegCommand command, int largest, InstantSource clock) throws IOException {
        Process process = new ProcessBuilder(command.line()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(command.input().getBytes(UTF_8));
        } catch (IOException e) {
            // It ended before it read anything, and says why.
        }
        return new Ffmpeg(process, largest, new Complaints(command.masks()), clock);
    }

    /** Waits for what comes next, at most so long. */
    Coming next(Duration atMost) throws InterruptedException {
        Coming next = coming.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? new Coming.Nothing() : next;
    }

    private void read(int largest) {
        try {
            Cause cause = pictures(largest);
            coming.put(new Coming.Over(cause));
        } catch (InterruptedException e) {
            // Nobody is interested any more.
        }
    }

    private Cause pictures(int largest) throws InterruptedException {
        try (BufferedInputStream out = new BufferedInputStream(process.getInputStream(), BUFFER)) {
            Smjpeg pictures = new Smjpeg(out, largest);
            for (Smjpeg.Timed next = pictures.next(); next != null; next = pictures.next()) {
                coming.put(new Coming.Picture(next.millis(), next.jpeg(), clock.instant()));
            }
        } catch (IOException e) {
            process.destroyForcibly();
            return new Cause(Cause.Kind.FFMPEG, String.valueOf(e.getMessage()));
        }
        int exitCode = process.waitFor();
        listener.join(FOR_LAST_WORDS);
        return complaints.cause(exitCode);
    }

    private void listen() {
        try (BufferedReader words = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                complaints.heard(line);
            }
        } catch (IOException e) {
            // It is gone.
        }
    }

    /** Ends it at once, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        reader.interrupt();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
