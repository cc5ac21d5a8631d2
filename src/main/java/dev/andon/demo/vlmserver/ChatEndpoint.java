package dev.andon.demo.vlmserver;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.demo.vlmserver.ChatRequestReader.Reading;
import dev.andon.demo.vlmserver.Completion.Choice;
import dev.andon.demo.vlmserver.Model.Opinion;
import dev.andon.demo.vlmserver.Model.Sight;
import dev.andon.demo.vlmserver.Model.View;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. Any thread; blocks for as long as the model thinks. */
final class ChatEndpoint {

    private static final int CACHED_SIGHTS = 256;
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final String NO_QUESTION = "This is a simulation: it answers inspection questions that list the allowed answers.";

    private final ServerOptions options;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Counters counters;
    private final Faults faults;
    private final Slots slots;
    private final ChatRequestReader reader;
    private final SightCache sights;
    private final AtomicLong ids = new AtomicLong();

    /** @param random safe for any thread */
    ChatEndpoint(ServerOptions options, Model model, InstantSource clock, RandomGenerator random, Counters counters,
            Faults faults) {
        this.options = options;
        this.clock = clock;
        this.random = random;
        this.counters = counters;
        this.faults = faults;
        this.slots = new Slots(options.slots(), options.queue());
        this.reader = new ChatRequestReader(options.maxChoices());
        this.sights = new SightCache(CACHED_SIGHTS, model::look);
    }

    ObjectNode load() {
        return counters.toJson().put("busy", slots.busy()).put("waiting", slots.waiting());
    }

    Outcome complete(JsonNode body) throws InterruptedException {
        Optional<Fault> fault = faults.next();
        return switch (fault.orElse(null)) {
            case Fault.Status(int status, Integer retryAfter) -> failing(status, retryAfter);
            case Fault.Reset() -> new Outcome.Dropped();
            case Fault.Hang(Duration time) -> {
                Thread.sleep(time);
                yield new Outcome.Dropped();
            }
            case Fault.Slow(Duration time) -> {
                Thread.sleep(time);
                yield understood(body, null);
            }
            case Fault.Saying saying -> understood(body, saying);
            case null -> understood(body, null);
        };
    }

    private static Outcome failing(int status, @Nullable Integer retryAfter) {
        ApiError error = new ApiError(status, "Fault injected by request.", "server_error", null, null);
        return retryAfter == null ? Outcome.refused(error) : Outcome.refused(error, retryAfter);
    }

    private Outcome understood(JsonNode body, Fault.@Nullable Saying saying) throws InterruptedException {
        return switch (reader.read(body)) {
            case Reading.Refused(ApiError error) -> Outcome.refused(error);
            case Reading.Understood(ChatRequest request) -> queued(request, saying);
        };
    }

    private Outcome queued(ChatRequest request, Fault.@Nullable Saying saying) throws InterruptedException {
        if (!slots.enter(request.choices())) {
            return Outcome.refused(ApiError.overloaded(), RETRY_AFTER_SECONDS);
        }
        try {
            return served(request, saying);
        } finally {
            slots.leave(request.choices());
        }
    }

    private Outcome served(ChatRequest request, Fault.@Nullable Saying saying) throws InterruptedException {
        double factor = 1 + options.latencySpread() * (2 * random.nextDouble() - 1);
        Thread.sleep(Duration.ofNanos((long) (options.latency().toNanos() * factor)));
        return switch (sights.of(request.image())) {
            case Sight.Unreadable(String why) -> Outcome.refused(ApiError.invalidImage("Invalid image: " + why));
            case Sight.Seen(View view) -> Outcome.ok(completion(request, view, saying));
        };
    }

    private ObjectNode completion(ChatRequest request, View view, Fault.@Nullable Saying saying) {
        Long wanted = request.seed();
        long seed = wanted == null ? random.nextLong() : wanted;
        List<Choice> choices = LongStream.range(0, request.choices())
                .mapToObj(k -> saying == null
                        ? choice(request, view, seed + k)
                        : new Choice(saying.content(), saying.reasoning(), false))
                .toList();
        counters.choices.add(choices.size());
        int promptTokens = Tokens.count(request.prompt()) + Tokens.PER_IMAGE;
        return Completion.of("chatcmpl-simulation-" + ids.incrementAndGet(), clock.instant(), choices, promptTokens);
    }

    private Choice choice(ChatRequest request, View view, long seed) {
        String text = text(request, view, seed);
        Integer max = request.maxTokens();
        return max == null || Tokens.count(text) <= max
                ? new Choice(text, null, false)
                : new Choice(Tokens.first(text, max), null, true);
    }

    private String text(ChatRequest request, View view, long seed) {
        List<String> allowed = request.form() instanceof AnswerForm.Schema schema && !schema.allowed().isEmpty()
                ? schema.allowed()
                : PromptLabels.in(request.prompt());
        if (allowed.isEmpty()) {
            return NO_QUESTION;
        }
        Opinion opinion = view.answer(request.prompt(), allowed, request.temperature(), seed);
        return AnswerWriter.write(opinion, request.form(), seed);
    }
}
