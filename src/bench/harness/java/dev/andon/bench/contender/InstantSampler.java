package dev.andon.bench.contender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.andon.bench.stub.Captions;
import dev.andon.bench.stub.StubProcess;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.Seeds;

/** A model that answers at once, within the process, as the stub does over HTTP. Any thread. */
final class InstantSampler implements Sampler {

    private static final Answer ANSWER = new Answer(StubProcess.LABEL);
    private static final int PROMPT_TOKENS = 812;
    private static final int COMPLETION_TOKENS = 31;

    @Override
    public int samplesPerCall() {
        return 1;
    }

    @Override
    public List<Reply> ask(Question question, long seed, int first, int count, Instant deadline) {
        return IntStream.range(first, first + count).<Reply>mapToObj(index -> answer(Seeds.of(seed, index), index))
                .toList();
    }

    private static Reply answer(long seed, int index) {
        return new Reply.Valid(new Sample(index, ANSWER, Captions.next(new SplittableRandom(seed)), seed,
                Duration.ZERO, PROMPT_TOKENS, COMPLETION_TOKENS));
    }
}
