package dev.andon.avro;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import dev.andon.core.frame.Frame;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * A frame as an Avro data file. The schema stands in the file: it is read without a registry, by later versions of this
 * program and by any tool for Avro. Pure functions.
 */
public final class FrameFile {

    private static final FrameMapper MAPPER = new FrameMapper();
    private static final Schema SCHEMA = MAPPER.generatedSchema();

    private FrameFile() {}

    /** The content of a file. Instants are cut to milliseconds. */
    public static byte[] write(Frame frame) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        var records = new SpecificDatumWriter<dev.andon.schema.Frame>(SCHEMA, GeneratedModel.TOPICS);
        try (DataFileWriter<dev.andon.schema.Frame> writer = new DataFileWriter<>(records)) {
            writer.create(SCHEMA, content).append(MAPPER.toAvro(frame));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return content.toByteArray();
    }

    /**
     * Reads the content of a file. Lengths in it are believed: check first that it is what was written.
     *
     * @throws MalformedRecordException if it is not one frame
     */
    public static Frame read(byte[] content) throws MalformedRecordException {
        var records = new SpecificDatumReader<dev.andon.schema.Frame>(SCHEMA, SCHEMA, GeneratedModel.TOPICS);
        dev.andon.schema.Frame frame;
        try (DataFileStream<dev.andon.schema.Frame> reader = new DataFileStream<>(new ByteArrayInputStream(content),
                records)) {
            frame = reader.next();
            if (reader.hasNext()) {
                throw new MalformedRecordException("the file holds more than one frame");
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException("no Avro data file with a frame: " + e, e);
        }
        return MAPPER.toCore(frame);
    }
}
