package dev.andon.demo.vlmserver;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
import dev.andon.demo.vlmserver.Outcome.Answered;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. Any thread; blocks for as long as the model thinks. */
final class ChatEndpoint {

    private static final int CACHED_SIGHTS = 256;
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String NO_QUESTION = "This is a simulation: it answers inspection questions that list the allowed answers.";

    private final ServerOptions options;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Counters counters;
    private final Slots slots;
    private final ChatRequestReader reader;
    private final SightCache sights;
    private final AtomicLong ids = new AtomicLong();

    /** @param random safe for any thread */
    ChatEndpoint(ServerOptions options, Model model, InstantSource clock, RandomGenerator random, Counters counters) {
        this.options = options;
        this.clock = clock;
        this.random = random;
        this.counters = counters;
        this.slots = new Slots(options.slots(), options.queue());
        this.reader = new ChatRequestReader(options.maxChoices());
        this.sights = new SightCache(CACHED_SIGHTS, model::look);
    }

    ObjectNode load() {
        return counters.toJson().put("busy", slots.busy()).put("waiting", slots.waiting());
    }

    /** @param speech what the model says in place of its answers; null for these */
    Answered complete(JsonNode body, @Nullable Speech speech) throws InterruptedException {
        return switch (reader.read(body)) {
            case Reading.Refused(ApiError error) -> Outcome.refused(error);
            case Reading.Understood(ChatRequest request) -> queued(request, speech);
        };
    }

    private Answered queued(ChatRequest request, @Nullable Speech speech) throws InterruptedException {
        if (!slots.enter(request.choices())) {
            return Outcome.refused(ApiError.overloaded(), RETRY_AFTER_SECONDS);
        }
        try {
            return served(request, speech);
        } finally {
            slots.leave(request.choices());
        }
    }

    private Answered served(ChatRequest request, @Nullable Speech speech) throws InterruptedException {
        double factor = 1 + options.latencySpread() * (2 * random.nextDouble() - 1);
        Thread.sleep(Duration.ofNanos((long) (options.latency().toNanos() * factor)));
        return switch (sights.of(request.image())) {
            case Sight.Unreadable(String why) -> Outcome.refused(ApiError.invalidImage("Invalid image: " + why));
            case Sight.Seen(View view) -> Outcome.ok(completion(request, view, speech));
        };
    }

    private ObjectNode completion(ChatRequest request, View view, @Nullable Speech speech) {
        long seed = speech instanceof Speech.Identical ? Speech.Identical.SEED : seed(request);
        long step = speech instanceof Speech.Identical ? 0 : 1;
        List<Choice> right = LongStream.range(0, request.choices())
                .mapToObj(k -> choice(request, view, seed + step * k)).toList();
        List<Choice> choices = speech == null ? right : speech.inPlaceOf(right);
        counters.choices.add(choices.size());
        int promptTokens = Tokens.count(request.prompt()) + Tokens.PER_IMAGE;
        return Completion.of("chatcmpl-simulation-" + ids.incrementAndGet(), clock.instant(), choices, promptTokens);
    }

    private long seed(ChatRequest request) {
        Long wanted = request.seed();
        return wanted == null ? random.nextLong() : wanted;
    }

    private Choice choice(ChatRequest request, View view, long seed) {
        String text = text(request, view, seed);
        Integer max = request.maxTokens();
        return max == null || Tokens.count(text) <= max
                ? Choice.saying(text)
                : Choice.saying(Tokens.first(text, max)).endingWith("length");
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
