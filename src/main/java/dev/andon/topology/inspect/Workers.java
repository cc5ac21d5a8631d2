package dev.andon.topology.inspect;

import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

import dev.andon.async.Bell;
import dev.andon.async.InFlightWindow.Pass;
import dev.andon.async.Resequencer.Slot;
import dev.andon.core.sampling.Sample;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one task that is not done on its thread: reading parked frames again, and inspecting. The task's thread
 * gives work and takes news; what happens in between happens on virtual threads. New for each time the task is
 * initialised: what workers of an old one say is heard by nobody.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final BlockingQueue<Completion> news = new LinkedBlockingQueue<>();
    private final ExecutorService threads;
    private final FrameSource source;
    private final Inspector inspector;
    private final Bell bell;

    /** @param bell rings when an end of work has become news */
    Workers(InspectParts parts, InspectSettings settings, Bell bell) {
        this.bell = bell;
        this.threads = parts.workers().get();
        this.source = parts.sources().get();
        this.inspector = new Inspector(parts, threads, settings);
    }

    /** Reads the record of a parked frame again. */
    void reread(Slot<String, OpenFrame, Outcome> slot) {
        LedgerEntry entry = slot.item().entry();
        threads.execute(() -> {
            try {
                tell(new Completion.Reread(slot, source.read(entry.position(), entry.crc())));
            } catch (Throwable e) {
                if (isWanted("reading " + entry.position() + " again", e)) {
                    tell(new Completion.Reread(slot, new FrameSource.Read.Failed("the read failed: " + e)));
                }
            }
        });
    }

    /** Asks how far the topic reaches. */
    void askForEnd(String topic, int partition) {
        threads.execute(() -> {
            try {
                tell(new Completion.TopicEnd(source.end(topic, partition)));
            } catch (Throwable e) {
                if (isWanted("asking for the end of " + topic + "-" + partition, e)) {
                    tell(new Completion.TopicEnd(OptionalLong.empty()));
                }
            }
        });
    }

    /** The decision on a frame that is held without being looked at. Does not block. */
    Outcome.Decided untouched(Dossier dossier) {
        return inspector.untouched(dossier);
    }

    /** Inspects a frame, and gives its place in the window back when that is done. */
    void inspect(Slot<String, OpenFrame, Outcome> slot, Dossier dossier) {
        OpenFrame frame = slot.item();
        Pass pass = frame.pass();
        Attempt attempt = new Attempt(frame.unasked(), frame.chance(), sample -> tell(slot, dossier, sample));
        threads.execute(() -> {
            try {
                Completion result = inspector.inspect(dossier, attempt)
                        .<Completion>map(decided -> new Completion.Inspected(slot, decided))
                        .orElseGet(() -> new Completion.Unanswered(slot));
                tell(threads.isShutdown() ? new Completion.Interrupted(slot) : result);
            } catch (Throwable e) {
                if (isWanted("the inspection of " + dossier.position(), e)) {
                    tell(new Completion.Inspected(slot, inspector.failed(dossier, e)));
                } else if (e instanceof Exception) {
                    tell(new Completion.Interrupted(slot));
                }
            } finally {
                pass.releaseItem();
            }
        });
    }

    /** Whether there are some. */
    boolean haveNews() {
        return !news.isEmpty();
    }

    /** The next news, null if there are none. */
    @Nullable
    Completion poll() {
        return news.poll();
    }

    /** The next news, waited for a little; null if there are none. */
    @Nullable
    Completion poll(Patience patience) {
        return patience.waitFor(news);
    }

    /**
     * Interrupts everybody; no work can be given any more. What an interrupted inspection found counts for nothing: the
     * interruption may have shaped it. One that does not end is not heard of.
     */
    void interrupt() {
        threads.shutdownNow();
    }

    @Override
    public void close() {
        interrupt();
        try {
            source.close();
        } catch (RuntimeException e) {
            LOG.warn("the consumer that reads parked frames again could not be closed: {}", e.toString());
        }
    }

    /**
     * Whether anybody still hears what became of work that failed. Work without an end would hold up its line for ever,
     * so that whatever is thrown counts, an interruption too unless it came with the end of the task.
     */
    private boolean isWanted(String work, Throwable failure) {
        if (threads.isShutdown()) {
            return false;
        }
        LOG.error("{} failed", work, failure);
        return true;
    }

    private void tell(Completion ended) {
        news.add(ended);
        bell.ring();
    }

    /** Samples are not rung for: they are only kept, and that may wait. */
    private void tell(Slot<String, OpenFrame, Outcome> slot, Dossier dossier, Sample sample) {
        Dossier.Basis basis = dossier.basis();
        if (basis != null) {
            news.add(new Completion.Sampled(slot, basis.recipeHash(), sample));
        }
    }
}
