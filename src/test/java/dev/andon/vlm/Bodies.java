package dev.andon.vlm;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import mockwebserver3.MockResponse;

/** Responses as servers send them. */
final class Bodies {

    static final String OK = "{\"answer\": \"ok\", \"caption\": \"Four holes are there.\"}";

    private Bodies() {}

    static MockResponse completion(String... contents) {
        return json(200, text(contents));
    }

    static String text(String... contents) {
        String choices = Arrays.stream(contents).map(content -> """
            {"message": {"role": "assistant", "content": "%s"}, "finish_reason": "stop"}"""
                .formatted(new String(JsonStringEncoder.getInstance().quoteAsString(content))))
                .collect(Collectors.joining(","));
        return "{\"choices\": [" + choices + "], \"usage\": {\"prompt_tokens\": 301, \"completion_tokens\": 41}}";
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(body).build();
    }

    static MockResponse error(int status, String message) {
        return json(status, "{\"error\": {\"message\": \"" + message + "\"}}");
    }
}
