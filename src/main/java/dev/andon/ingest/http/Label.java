package dev.andon.ingest.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request says beside its image, in a header or in a field of a form. */
enum Label {
    LINE("Andon-Line", "line"), CAMERA("Andon-Camera", "camera"), STATION("Andon-Station", "station"), UNIT(
            "Andon-Unit", "unit"), WORK_ORDER("Andon-Work-Order", "workOrder"), PART("Andon-Part",
                    "part"), CAPTURED_AT("Andon-Captured-At", "capturedAt"), FRAME_ID("Andon-Frame-Id", "frameId");

    private static final String PREFIX = "andon-";

    private final String header;
    private final String field;

    Label(String header, String field) {
        this.header = header;
        this.field = field;
    }

    /** Both names. */
    @Override
    public String toString() {
        return header + " (in a form: " + field + ")";
    }

    /** Whether a header speaks to us. */
    static boolean isHeader(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    static Optional<Label> ofHeader(String name) {
        return Arrays.stream(values()).filter(label -> label.header.equalsIgnoreCase(name)).findFirst();
    }

    static Optional<Label> ofField(String name) {
        return Arrays.stream(values()).filter(label -> label.field.equals(name)).findFirst();
    }

    static String headers() {
        return Arrays.stream(values()).map(label -> label.header).collect(Collectors.joining(", "));
    }

    static String fields() {
        return Arrays.stream(values()).map(label -> label.field).collect(Collectors.joining(", "));
    }
}
