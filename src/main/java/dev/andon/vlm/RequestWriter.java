package dev.andon.vlm;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/** Writes chats as the OpenAI protocol has them, all static text before the image. */
final class RequestWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private RequestWriter() {}

    static RequestBody write(Chat chat) {
        Buffer buffer = new Buffer();
        try (JsonGenerator json = JSON.createGenerator(buffer.outputStream())) {
            json.writeStartObject();
            json.writeStringField("model", chat.model());
            messagesUpToImage(json, chat);
            json.flush();
            ByteString head = buffer.readByteString();
            json.writeRaw('"');
            endOfMessages(json);
            parameters(json, chat);
            ResponseFormat.write(json, chat.output(), chat.answers());
            json.writeEndObject();
            json.flush();
            return new ChatBody(head, chat.image(), buffer.readByteString());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static void messagesUpToImage(JsonGenerator json, Chat chat) throws IOException {
        json.writeArrayFieldStart("messages");
        if (!chat.system().isEmpty()) {
            json.writeStartObject();
            json.writeStringField("role", "system");
            json.writeStringField("content", chat.system());
            json.writeEndObject();
        }
        json.writeStartObject();
        json.writeStringField("role", "user");
        json.writeArrayFieldStart("content");
        json.writeStartObject();
        json.writeStringField("type", "text");
        json.writeStringField("text", chat.prompt());
        json.writeEndObject();
        imageUpToBase64(json, chat.contentType());
    }

    private static void imageUpToBase64(JsonGenerator json, String contentType) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "image_url");
        json.writeObjectFieldStart("image_url");
        json.writeFieldName("url");
        json.writeRawValue("\"data:" + contentType + ";base64,");
    }

    private static void endOfMessages(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void parameters(JsonGenerator json, Chat chat) throws IOException {
        json.writeNumberField("temperature", chat.temperature());
        json.writeNumberField("max_tokens", chat.maxTokens());
        json.writeNumberField("seed", chat.seed());
        if (chat.choices() > 1) {
            json.writeNumberField("n", chat.choices());
        }
        if (chat.logprobs()) {
            json.writeBooleanField("logprobs", true);
        }
    }
}
