package dev.andon.demo.vlmserver;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, it is a request, or the client is told what is wrong. */
class RequestsFuzzTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void dataUris() {
        Fuzzer.ofTexts("data URIs", List.of("data:image/jpeg;base64,/9j/4AAQSkZJRg==", "data:image/png;base64,",
                "data:image/jpeg;name=a,b;base64,AAAA"), "data:", "image/", ";base64", ",", "=", "%", "\n", "-", "_")
                .runTexts(text -> DataUri.read(text) instanceof DataUri.Content.Image);
    }

    @Test
    void requests() {
        String request = TestServer.request().toString();
        Fuzzer.ofTexts("requests", List.of(request, """
            {"model": "andon-simulated-vlm", "n": 2, "temperature": 0.5, "seed": -9223372036854775808, "max_tokens": 1,
            "messages": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url":
            {"url": "data:image/png;base64,AAAA"}}]}], "response_format": {"type": "json_object"}}"""), "model", "n",
                "temperature", "messages", "content", "response_format", "json_schema", "enum", "null", "[", "]", "{",
                "}",
                "1e999", "-1", "true", "\"")
                .runTexts(text -> {
                    try {
                        return new ChatRequestReader(3)
                                .read(JSON.readTree(text)) instanceof ChatRequestReader.Reading.Understood;
                    } catch (JsonProcessingException _) {
                        return false; // the router says so to the client before anything else is read
                    }
                });
    }
}
