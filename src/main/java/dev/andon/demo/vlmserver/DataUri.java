package dev.andon.demo.vlmserver;

import java.util.Base64;

import dev.andon.core.frame.ImageBytes;

/** Reads an image from a {@code data:} URI; fetches nothing. */
final class DataUri {

    private static final String BASE64 = ";base64";

    private DataUri() {}

    /** What a URI holds. */
    sealed interface Content {

        record Image(ImageBytes bytes) implements Content {}

        record Unusable(ApiError error) implements Content {}
    }

    static Content read(String uri) {
        int comma = uri.indexOf(',');
        if (!uri.startsWith("data:") || comma < 0) {
            return unusable("only data URIs are accepted here: data:image/jpeg;base64,…");
        }
        String header = uri.substring("data:".length(), comma);
        if (!header.startsWith("image/") || !header.endsWith(BASE64)) {
            return unusable("the data URI must say image/… and base64");
        }
        try {
            return new Content.Image(ImageBytes.of(Base64.getDecoder().decode(uri.substring(comma + 1))));
        } catch (IllegalArgumentException e) {
            return unusable("the image is not base64");
        }
    }

    private static Content unusable(String why) {
        return new Content.Unusable(ApiError.invalidImage("Invalid image_url: " + why + "."));
    }
}
