package dev.andon.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.apache.avro.Schema;

/** The schemas as people read and register them: without the marks of the code generator. */
final class Schemas {

    static final Schema FRAME = read("Frame");
    static final Schema INSPECTION = read("Inspection");
    static final Schema LINE_POLICY = read("LinePolicy");
    static final Schema VERDICT = read("Verdict");
    static final Schema REVIEWED = read("Reviewed");
    static final Schema LINE_THRESHOLDS = read("LineThresholds");
    static final Schema THRESHOLD_CHANGE = read("ThresholdChange");
    static final Schema CAMERA_EVENT = read("CameraEvent");

    private Schemas() {}

    private static Schema read(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schemas/" + name + ".avsc")) {
            return new Schema.Parser().parse(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
