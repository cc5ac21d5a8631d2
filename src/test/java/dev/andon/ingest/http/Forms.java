package dev.andon.ingest.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes forms as HTTP clients do. One thread. */
final class Forms {

    static final String TYPE = "multipart/form-data; boundary=----b0undary";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Forms field(String name, String value) {
        return part("name=\"" + name + "\"\r\n", value.getBytes(StandardCharsets.UTF_8));
    }

    Forms image(byte[] image) {
        return part("name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n", image);
    }

    byte[] end() {
        text("------b0undary--\r\n");
        return bytes.toByteArray();
    }

    private Forms part(String disposition, byte[] content) {
        text("------b0undary\r\nContent-Disposition: form-data; " + disposition + "\r\n");
        bytes.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
