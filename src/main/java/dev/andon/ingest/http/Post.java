package dev.andon.ingest.http;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A request that brings an image, as it came.
 *
 * @param contentType empty where it says none
 * @param labels      headers that speak to us, by their names, in their order
 */
record Post(String contentType, List<Map.Entry<String, String>> labels, Body body) {

    /** Bytes of a form beside its image. */
    private static final int BESIDES_THE_IMAGE = 64 << 10;

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final String FORM = "multipart/form-data";
    private static final String BYTES = "application/octet-stream";

    /** @throws Refused if its body is of a type that brings no image */
    static Post of(HttpServletRequest request, Body.Source body, ImageLimit limit) throws Refused {
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (!isForm(type) && !mediaType(type).startsWith("image/") && !mediaType(type).equals(BYTES)) {
            throw new Refused(
                    Answer.problem(415, "Content-Type is '" + type + "': send image/jpeg or the like or " + BYTES
                            + " with the image as the body, or " + FORM + " with the part image"));
        }
        long most = Math.min(limit.bytes() + (isForm(type) ? BESIDES_THE_IMAGE : 0), LONGEST_ARRAY);
        return new Post(type, labels(request),
                new Body(body, request.getContentLengthLong(), most, limit.remedy()));
    }

    boolean isForm() {
        return isForm(contentType);
    }

    private static boolean isForm(String type) {
        return mediaType(type).equals(FORM);
    }

    /** The type without its parameters. */
    private static String mediaType(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static List<Map.Entry<String, String>> labels(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream().distinct().filter(Label::isHeader)
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                        .map(value -> Map.entry(name, value)))
                .toList();
    }
}
