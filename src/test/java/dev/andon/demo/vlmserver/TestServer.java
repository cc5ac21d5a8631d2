package dev.andon.demo.vlmserver;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.frame.ImageBytes;

/** A real server in front of a model that is easy to foresee, with a client beside it. */
final class TestServer implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final ServerOptions QUICK = new ServerOptions(0, 4, 8, Duration.ZERO, 0, 3, 1 << 20, null, true);

    private final SimulatedVlmServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer(ServerOptions options, Model model) {
        try {
            server = SimulatedVlmServer.start(options, model, new Random(1), FaultOrder.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestServer() {
        this(QUICK, TestServer::look);
    }

    /** Chooses by the seed alone and says so; sees JPEGs only. */
    static Model.Sight look(ImageBytes image) {
        byte[] bytes = image.array();
        return bytes.length > 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8
                ? new Model.Sight.Seen((prompt, allowed, temperature, seed) -> answer(allowed, seed))
                : new Model.Sight.Unreadable("no JPEG");
    }

    static Model.Opinion answer(List<String> allowed, long seed) {
        return new Model.Opinion(allowed.get(Math.floorMod(seed, allowed.size())), "Seed " + seed + " sees a part.");
    }

    /** A request that is right in every part. */
    static ObjectNode request() {
        ObjectNode body = JSON.createObjectNode().put("model", "andon-simulated-vlm").put("seed", 40).put("max_tokens",
                200).put("temperature", 1.0);
        var content = body.putArray("messages").addObject().put("role", "user").putArray("content");
        content.addObject().put("type", "text").put("text", "Inspect the part.");
        content.addObject().put("type", "image_url").putObject("image_url").put("url", dataUri());
        var wrapper = body.putObject("response_format").put("type", "json_schema").putObject("json_schema")
                .put("name", "inspection").put("strict", true);
        var properties = wrapper.putObject("schema").put("type", "object").putObject("properties");
        properties.putObject("caption").put("type", "string");
        properties.putObject("answer").put("type", "string").putArray("enum").add("ok").add("scratch").add("unsure");
        return body;
    }

    /** A grey JPEG of 64 × 48 pixels. */
    static String dataUri() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> chat(JsonNode body) {
        return send("POST", "/v1/chat/completions", body.toString());
    }

    /** What the first choice of a right request says. */
    static String content(HttpResponse<String> response) {
        return json(response).at("/choices/0/message/content").asText();
    }

    static JsonNode json(HttpResponse<String> response) {
        return parse(response.body());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
