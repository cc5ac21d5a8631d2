package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingProgress.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls about one frame that are under way. One thread makes them and hears of them; they run on others. What is
 * under way at the end is broken off.
 */
final class Calls implements AutoCloseable {

    /**
     * What a call brought.
     *
     * @param took from when it was made until it was heard of, waiting for a place included
     */
    record Answered(List<Reply> replies, Duration took) {}

    private record UnderWay(Future<?> future, Instant since) {}

    private record News(Call call, List<Reply> replies) {}

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** How much later than its deadline a sampler may answer before it is no longer waited for. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int LONGEST_CAPTION = 4_000;

    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Map<Call, UnderWay> underWay = new LinkedHashMap<>();
    private final Sampler sampler;
    private final ExecutorService threads;
    private final Question question;
    private final long seed;
    private final Instant deadline;
    private final InstantSource clock;

    Calls(Sampler sampler, ExecutorService threads, Question question, long seed, Instant deadline,
            InstantSource clock) {
        this.sampler = sampler;
        this.threads = threads;
        this.question = question;
        this.seed = seed;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Makes a call; its indices are those of no call before. */
    void make(Call call) {
        Instant now = clock.instant();
        underWay.put(call, new UnderWay(threads.submit(() -> ask(call)), now));
    }

    /** How many are under way. */
    int size() {
        return underWay.size();
    }

    /** How long the oldest one has been under way. */
    Duration oldest() {
        return underWay.values().stream().findFirst().map(one -> Duration.between(one.since(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Time that is left until no call can bring anything any more, a little grace included. */
    Duration left() {
        return atLeastNothing(Duration.between(clock.instant(), deadline).plus(GRACE));
    }

    /** What the next call to end brought; null if none ends in time. */
    @Nullable
    Answered next(Duration atMost) throws InterruptedException {
        while (true) {
            News one = news.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (one == null) {
                return null;
            }
            UnderWay call = underWay.remove(one.call());
            if (call != null) {
                return new Answered(one.replies().stream().map(Calls::bounded).toList(),
                        atLeastNothing(Duration.between(call.since(), clock.instant())));
            }
        }
    }

    /** Breaks off what is under way; it is not heard of any more. */
    void breakOff() {
        underWay.values().forEach(call -> call.future().cancel(true));
        underWay.clear();
    }

    @Override
    public void close() {
        breakOff();
    }

    private void ask(Call call) {
        try {
            news.add(new News(call, sampler.ask(question, seed, call.first(), call.count(), deadline)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("the sampler failed; its samples count as unavailable", e);
            news.add(new News(call, IntStream.range(call.first(), call.first() + call.count())
                    .<Reply>mapToObj(index -> new Reply.Unavailable(index, "the sampler failed: " + e))
                    .toList()));
        }
    }

    /** Captions are kept in state and in decisions, whose records have limits; no server is trusted to keep any. */
    private static Reply bounded(Reply reply) {
        if (reply instanceof Reply.Valid(Sample sample) && sample.caption().length() > LONGEST_CAPTION) {
            return new Reply.Invalid(sample.index(), Reply.Cause.UNPARSEABLE,
                    "the caption has " + sample.caption().length() + " characters, more than " + LONGEST_CAPTION);
        }
        return reply;
    }

    private static Duration atLeastNothing(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
