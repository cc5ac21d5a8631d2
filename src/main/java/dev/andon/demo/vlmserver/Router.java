package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Finds what a request is for. Any thread. */
final class Router {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHAT = "/v1/chat/completions";
    private static final String EMBEDDINGS = "/v1/embeddings";
    private static final String MODELS = "/v1/models";

    /** Answers a request that is a JSON object. */
    private interface Answering {
        Outcome answer(JsonNode body) throws IOException, InterruptedException;
    }

    private final ServerOptions options;
    private final FaultyChat chat;
    private final EmbeddingEndpoint embeddings;
    private final Counters counters;
    private final Supplier<ObjectNode> load;
    private final Control control;

    Router(ServerOptions options, FaultyChat chat, EmbeddingEndpoint embeddings, Counters counters,
            Supplier<ObjectNode> load, Control control) {
        this.options = options;
        this.chat = chat;
        this.embeddings = embeddings;
        this.counters = counters;
        this.load = load;
        this.control = control;
    }

    Outcome route(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/v1/") && !hasKey(exchange)) {
            return Outcome.refused(ApiError.noKey());
        }
        return switch (path) {
            case CHAT -> method(exchange, "POST") ? counted(exchange) : wrongMethod(exchange, "POST");
            case EMBEDDINGS -> method(exchange, "POST")
                    ? answered(exchange, embeddings::embed)
                    : wrongMethod(exchange, "POST");
            case MODELS -> method(exchange, "GET") ? Outcome.ok(ModelCard.list()) : wrongMethod(exchange, "GET");
            case MODELS + "/" + ModelCard.ID -> Outcome.ok(ModelCard.simulation());
            case MODELS + "/" + ModelCard.EMBEDDINGS -> Outcome.ok(ModelCard.embeddings());
            case "/health" -> Outcome.ok(health());
            case "/control" -> control(exchange);
            default -> unknown(exchange, path);
        };
    }

    private boolean hasKey(HttpExchange exchange) {
        String key = options.apiKey();
        return key == null || same("Bearer " + key, exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean same(String wanted, @Nullable String given) {
        return given != null && MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome counted(HttpExchange exchange) throws IOException, InterruptedException {
        counters.requests.increment();
        Outcome outcome = answered(exchange, chat::complete);
        if (!(outcome instanceof Outcome.Answered(int status, var body, var headers) && status == 200)) {
            counters.refused.increment();
        }
        return outcome;
    }

    private Outcome answered(HttpExchange exchange, Answering answering) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(options.maxBodyBytes() + 1);
        if (body.length > options.maxBodyBytes()) {
            return Outcome.refused(ApiError.tooLarge(options.maxBodyBytes()));
        }
        JsonNode json = parse(body);
        return json == null
                ? Outcome.refused(ApiError.invalid(null, "We could not parse the JSON body of your request: "
                        + "the body must be one JSON object."))
                : answering.answer(json);
    }

    private static @Nullable JsonNode parse(byte[] body) throws IOException {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.isObject() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Outcome control(HttpExchange exchange) throws IOException {
        if (!options.faults()) {
            return unknown(exchange, "/control");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET" -> Outcome.ok(Control.listing());
            case "POST" -> {
                JsonNode order = parse(exchange.getRequestBody().readAllBytes());
                yield order == null
                        ? Outcome.refused(ApiError.invalid(null, "the order must be one JSON object"))
                        : control.order(order, Outcome.ok(health()));
            }
            default -> wrongMethod(exchange, "GET or POST");
        };
    }

    private ObjectNode health() {
        return JSON.createObjectNode().put("status", "ok").put("simulation", true).setAll(load.get());
    }

    private static boolean method(HttpExchange exchange, String wanted) {
        return exchange.getRequestMethod().equals(wanted);
    }

    private static Outcome wrongMethod(HttpExchange exchange, String allowed) {
        return Outcome.refused(ApiError.wrongMethod(exchange.getRequestMethod(), allowed));
    }

    private static Outcome unknown(HttpExchange exchange, String path) {
        return path.startsWith(MODELS + "/")
                ? Outcome.refused(ApiError.unknownModel(path.substring(MODELS.length() + 1)))
                : Outcome.refused(ApiError.unknownPath(exchange.getRequestMethod(), path));
    }
}
