package dev.andon.topology.inspect;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.andon.async.InFlightWindow;
import dev.andon.avro.Codecs;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.images.ImageLoader;
import dev.andon.images.ImageStore;
import dev.andon.metrics.Recorder;
import dev.andon.topology.source.Expiry;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.source.Polling;
import org.jspecify.annotations.Nullable;

/**
 * What the processor works with. Shared by all tasks of a process, save for what is supplied per task.
 *
 * @param embedder null where captions are not embedded
 * @param sameness looks at the samples of every frame
 * @param hedging  of the samples of every frame
 * @param nanoTime of a clock that never goes back, for spans of time
 * @param window   bounds the work of all tasks together
 * @param open     counts the frames of all tasks that are in a ledger
 * @param backlog  shows what waits in them
 * @param expiry   hears what is read, and finds what expired before
 * @param ending   says when the process is about to end in order
 * @param workers  makes the executor of a task, which ends with it
 * @param sources  makes the source of a task, likewise
 * @param process  names this process among all that ever were
 * @param commits  how many transactions the calling thread has committed
 * @param polling  that of the calling stream thread
 */
public record InspectParts(
        Codecs codecs,
        ImageLoader loader,
        ImageStore store,
        Sampler sampler,
        @Nullable Embedder embedder,
        Recorder recorder,
        Sameness sameness,
        Hedging hedging,
        InstantSource clock,
        LongSupplier nanoTime,
        InFlightWindow window,
        AtomicInteger open,
        Backlog backlog,
        Expiry expiry,
        Ending ending,
        Supplier<ExecutorService> workers,
        Supplier<FrameSource> sources,
        String process,
        LongSupplier commits,
        Supplier<Polling> polling) {}
