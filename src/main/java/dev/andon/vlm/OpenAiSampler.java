package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.ServerState;
import dev.andon.http.Ambience;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Exchange;
import dev.andon.http.PatientCaller;
import dev.andon.http.Subject;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks servers that speak OpenAI chat completions. Any thread; blocks, so call it on virtual threads, where an
 * interrupt ends a request at once. Calls beyond what the servers are given at once wait their turn.
 */
public final class OpenAiSampler implements Sampler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiSampler.class);

    private final VlmConfig config;
    private final PatientCaller<Completion> caller;
    private final Recorder recorder;

    private OpenAiSampler(VlmConfig config, Recorder recorder, Ambience ambience) {
        this.config = config;
        this.recorder = recorder;
        this.caller = ChatService.caller(config.addresses(), config, ambience, recorder);
    }

    /**
     * A client of the configured servers.
     *
     * @throws IllegalArgumentException if an address is none of HTTP, or the key cannot be read
     */
    public static OpenAiSampler create(VlmConfig config, Recorder recorder) {
        return create(config, recorder, Ambience.real());
    }

    static OpenAiSampler create(VlmConfig config, Recorder recorder, Ambience ambience) {
        return new OpenAiSampler(config, recorder, ambience);
    }

    @Override
    public int samplesPerCall() {
        return config.choicesPerRequest();
    }

    @Override
    public ServerState server() {
        return ServerState.together(servers().values());
    }

    @Override
    public Map<String, ServerState> servers() {
        return caller.servers();
    }

    /** Has every server list its models, so that there is a connection to it, and everything is loaded that calls need. */
    @Override
    public void warmUp(Duration atMost) throws InterruptedException {
        caller.get(ModelList.PATH, atMost).forEach((name, exchange) -> {
            String silence = switch (exchange) {
                case Exchange.Response _,Exchange.TooLarge _ -> null;
                case Exchange.TimedOut(Duration time) -> "no answer within " + time.toMillis() + " ms";
                case Exchange.Untrusted(String detail) -> detail;
                case Exchange.Broken(String detail) -> "no connection: " + detail;
            };
            if (silence != null) {
                LOG.warn("the model's server {} does not answer yet ({}); the start goes on without it", name, silence);
            }
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if {@code count} is not 1 to {@link #samplesPerCall()}
     */
    @Override
    public List<Reply> ask(Question question, long seed, int first, int count, Instant deadline)
            throws InterruptedException {
        if (count < 1 || count > samplesPerCall()) {
            throw new IllegalArgumentException("count " + count + " is not 1 to " + samplesPerCall());
        }
        Replies replies = new Replies(question.labels(), seed, first, count);
        RequestBody body;
        try {
            body = RequestWriter.write(Chat.of(question, config.structuredOutput(), seed, first, count));
        } catch (IllegalArgumentException e) {
            return replies.unavailable("not asked: " + e.getMessage());
        }
        return switch (caller.call(new Subject(question.line(), question.frame()), body, deadline)) {
            case GaveUp<Completion> gaveUp -> replies.unavailable(gaveUp.failure().detail());
            case Answered<Completion> answered -> recorded(answered, replies.of(answered));
        };
    }

    private List<Reply> recorded(Answered<Completion> answered, List<Reply> replies) {
        recorder.add(MetricNames.VLM_TOKENS, answered.answer().promptTokens(), "kind", "prompt");
        recorder.add(MetricNames.VLM_TOKENS, answered.answer().completionTokens(), "kind", "completion");
        for (Reply reply : replies) {
            if (reply instanceof Reply.Invalid invalid) {
                recorder.count(MetricNames.SAMPLES_INVALID, "cause", invalid.cause().name().toLowerCase(Locale.ROOT));
            }
        }
        return replies;
    }

    /** Ends the calls under way and closes the connections. */
    @Override
    public void close() {
        caller.close();
    }

    /** The servers' addresses alone. */
    @Override
    public String toString() {
        return "OpenAiSampler of " + caller;
    }
}
