package dev.andon.demo.vlmserver;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.demo.vlmserver.DataUri.Content;
import org.jspecify.annotations.Nullable;

/** Understands requests for chat completions, or says what is wrong with them. Any thread. */
final class ChatRequestReader {

    private static final double MAX_TEMPERATURE = 2;

    private final int maxChoices;

    ChatRequestReader(int maxChoices) {
        this.maxChoices = maxChoices;
    }

    /** What a body says. */
    sealed interface Reading {

        record Understood(ChatRequest request) implements Reading {}

        record Refused(ApiError error) implements Reading {}
    }

    Reading read(JsonNode body) {
        Optional<ApiError> problem = firstProblem(body);
        if (problem.isPresent()) {
            return new Reading.Refused(problem.get());
        }
        Messages messages = Messages.of(body);
        return switch (DataUri.read(messages.images().getFirst())) {
            case Content.Unusable(ApiError error) -> new Reading.Refused(error);
            case Content.Image(var bytes) -> new Reading.Understood(new ChatRequest(
                    String.join("\n", messages.texts()), bytes, AnswerForms.read(body), choices(body), seed(body),
                    temperature(body), maxTokens(body)));
        };
    }

    private Optional<ApiError> firstProblem(JsonNode body) {
        Stream<Function<JsonNode, Optional<ApiError>>> checks = Stream.of(ChatRequestReader::modelProblem,
                Messages::problem, AnswerForms::problem, ChatRequestReader::temperatureProblem, this::choicesProblem,
                ChatRequestReader::seedProblem, ChatRequestReader::tokensProblem, ChatRequestReader::streamProblem);
        return checks.map(check -> check.apply(body)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<ApiError> modelProblem(JsonNode body) {
        JsonNode model = body.path("model");
        if (!model.isTextual()) {
            return invalid("model", "you must provide a model parameter");
        }
        return model.asText().equals(ModelCard.ID)
                ? Optional.empty()
                : Optional.of(ApiError.unknownModel(model.asText()));
    }

    private static Optional<ApiError> temperatureProblem(JsonNode body) {
        JsonNode value = body.path("temperature");
        boolean inside = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= MAX_TEMPERATURE;
        return absent(value) || inside
                ? Optional.empty()
                : invalid("temperature", "temperature must be a number from 0 to 2, not " + value + ".");
    }

    private Optional<ApiError> choicesProblem(JsonNode body) {
        JsonNode value = body.path("n");
        if (!absent(value) && (!value.isInt() || value.asInt() < 1 || value.asInt() > maxChoices)) {
            return invalid("n", "n must be an integer from 1 to " + maxChoices + ", not " + value + ".");
        }
        return choices(body) > 1 && temperature(body) == 0
                ? invalid("n", "n must be 1 when using greedy sampling, got " + value + ".")
                : Optional.empty();
    }

    private static Optional<ApiError> seedProblem(JsonNode body) {
        JsonNode value = body.path("seed");
        return absent(value) || (value.isIntegralNumber() && value.canConvertToLong())
                ? Optional.empty()
                : invalid("seed", "seed must be a 64-bit integer, not " + value + ".");
    }

    private static Optional<ApiError> tokensProblem(JsonNode body) {
        JsonNode value = tokens(body);
        return absent(value) || (value.isInt() && value.asInt() >= 1)
                ? Optional.empty()
                : invalid("max_tokens", "max_tokens must be an integer of at least 1, not " + value + ".");
    }

    private static Optional<ApiError> streamProblem(JsonNode body) {
        return body.path("stream").asBoolean()
                ? invalid("stream", "streaming is not supported by this simulation.")
                : Optional.empty();
    }

    private static int choices(JsonNode body) {
        return body.path("n").asInt(1);
    }

    private static double temperature(JsonNode body) {
        return body.path("temperature").asDouble(1);
    }

    private static @Nullable Long seed(JsonNode body) {
        return absent(body.path("seed")) ? null : Long.valueOf(body.path("seed").asLong());
    }

    private static @Nullable Integer maxTokens(JsonNode body) {
        return absent(tokens(body)) ? null : Integer.valueOf(tokens(body).asInt());
    }

    private static JsonNode tokens(JsonNode body) {
        return body.has("max_completion_tokens") ? body.path("max_completion_tokens") : body.path("max_tokens");
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Optional<ApiError> invalid(String param, String message) {
        return Optional.of(ApiError.invalid(param, message));
    }
}
