package dev.andon.demo.vlmserver;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.andon.demo.vlmserver.TestServer.content;
import static dev.andon.demo.vlmserver.TestServer.json;
import static dev.andon.demo.vlmserver.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

class SimulatedVlmServerTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersInTheFormThatTheSchemaAsksFor() {
        HttpResponse<String> response = server.chat(request());

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = TestServer.parse(content(response));
        assertThat(answer.path("answer").asText()).isEqualTo("scratch");
        assertThat(answer.path("caption").asText()).isEqualTo("Seed 40 sees a part.");
        assertThat(answer.size()).isEqualTo(2);
    }

    @Test
    void carriesTheFieldsOfTheProtocol() {
        JsonNode body = json(server.chat(request()));

        assertThat(body.path("object").asText()).isEqualTo("chat.completion");
        assertThat(body.path("model").asText()).isEqualTo("andon-simulated-vlm");
        assertThat(body.path("created").isIntegralNumber()).isTrue();
        assertThat(body.at("/choices/0/index").asInt(-1)).isZero();
        assertThat(body.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(body.at("/choices/0/message/role").asText()).isEqualTo("assistant");
        int prompt = body.at("/usage/prompt_tokens").asInt();
        int completion = body.at("/usage/completion_tokens").asInt();
        assertThat(prompt).isPositive();
        assertThat(completion).isPositive();
        assertThat(body.at("/usage/total_tokens").asInt()).isEqualTo(prompt + completion);
    }

    @Test
    void saysEverywhereThatItIsASimulation() {
        HttpResponse<String> chat = server.chat(request());
        HttpResponse<String> models = server.send("GET", "/v1/models", "");
        HttpResponse<String> health = server.send("GET", "/health", "");

        assertThat(json(chat).path("system_fingerprint").asText()).isEqualTo("simulation");
        assertThat(json(models).at("/data/0/owned_by").asText()).isEqualTo("simulation");
        assertThat(json(models).at("/data/0/id").asText()).isEqualTo("andon-simulated-vlm");
        assertThat(json(health).path("simulation").asBoolean()).isTrue();
        for (HttpResponse<String> each : Set.of(chat, models, health, server.send("GET", "/nowhere", ""))) {
            assertThat(each.headers().firstValue("X-Andon-Simulation")).contains("true");
        }
    }

    @Test
    void givesSampleKTheSeedPlusK() {
        JsonNode many = json(server.chat(request().put("n", 3)));
        String last = content(server.chat(request().put("seed", 42)));

        assertThat(many.path("choices").size()).isEqualTo(3);
        assertThat(many.at("/choices/2/index").asInt()).isEqualTo(2);
        assertThat(many.at("/choices/2/message/content").asText()).isEqualTo(last);
    }

    @Test
    void repeatsItselfForTheSameSeedAndVariesWithoutOne() {
        ObjectNode unseeded = request();
        unseeded.remove("seed");
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            answers.add(content(server.chat(unseeded)));
        }

        assertThat(content(server.chat(request()))).isEqualTo(content(server.chat(request())));
        assertThat(answers).hasSizeGreaterThan(1);
    }

    @Test
    void cutsOffAtTheTokenLimit() {
        JsonNode choice = json(server.chat(request().put("max_tokens", 4))).at("/choices/0");

        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
        assertThat(Tokens.count(choice.at("/message/content").asText())).isEqualTo(4);
    }

    @Test
    void readsTheAnswersFromThePromptWhereThereIsNoSchema() {
        ObjectNode request = request();
        request.remove("response_format");
        ((ObjectNode) request.at("/messages/0/content/0")).put("text", """
            Answer with one of:
            - ok: nothing wrong
            - 傷: a scratch
            - unsure
            """);
        Set<String> styles = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            String content = content(server.chat(request.put("seed", seed)));
            assertThat(content).containsAnyOf("ok", "傷", "unsure");
            styles.add(content.contains("```json") ? "fenced" : content.startsWith("{") ? "bare" : "prose");
        }

        assertThat(styles).containsExactlyInAnyOrder("fenced", "bare", "prose");
    }

    @Test
    void countsRequestsAndChoices() {
        server.chat(request().put("n", 2));
        server.chat(request().put("n", 9));

        JsonNode health = json(server.send("GET", "/health", ""));

        assertThat(health.path("requests").asInt()).isEqualTo(2);
        assertThat(health.path("choices").asInt()).isEqualTo(2);
        assertThat(health.path("refused").asInt()).isEqualTo(1);
    }
}
