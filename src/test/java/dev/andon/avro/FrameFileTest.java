package dev.andon.avro;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.fixture.TestFrames;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameFileTest {

    @Test
    void aFrameComesBackAsItWas() throws Exception {
        Frame frame = new Frame(new FrameId("f-1"), new LineId("組立-1"), "cam", "st", "SN", "WO", "PN",
                Instant.parse("2026-01-02T03:04:05.678Z"), "image/png", 9, "ab",
                new ImageSource.Reference(URI.create("file:///a.png")), new ImageQuality(4, 3, 12.5, 0.5, 1.25));

        assertThat(FrameFile.read(FrameFile.write(frame))).isEqualTo(frame);
    }

    @Test
    void soDoesItsImage() throws Exception {
        byte[] image = TestFrames.image(7);

        Frame read = FrameFile.read(FrameFile.write(TestFrames.frame("line-1", "f-1", image)));

        assertThat(read.image()).isInstanceOfSatisfying(ImageSource.Inline.class,
                inline -> assertThat(inline.bytes().array()).isEqualTo(image));
    }

    @Test
    void aFileOfAnotherVersionIsReadByItsOwnSchema() throws Exception {
        Schema other = SchemaBuilder.record("Frame").namespace("dev.andon.schema").fields().requiredString("added")
                .requiredString("cameraId").requiredString("lineId").requiredString("frameId").optionalBytes("image")
                .endRecord();
        GenericRecord record = new GenericRecordBuilder(other).set("added", "later").set("cameraId", "cam")
                .set("lineId", "line-1").set("frameId", "f-1").set("image", ByteBuffer.wrap(new byte[]{1, 2})).build();

        Frame read = FrameFile.read(file(other, record));

        assertThat(read.id()).isEqualTo(new FrameId("f-1"));
        assertThat(read.cameraId()).isEqualTo("cam");
        assertThat(read.unitId()).isNull();
    }

    @Test
    void whatIsNoFrameIsToldFromOne() throws Exception {
        Schema text = Schema.create(Schema.Type.STRING);

        assertThatThrownBy(() -> FrameFile.read(new byte[0])).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> FrameFile.read(file(text, "a text"))).isInstanceOf(MalformedRecordException.class);
        byte[] two = file(dev.andon.schema.Frame.getClassSchema(), avro(), avro());
        assertThatThrownBy(() -> FrameFile.read(two)).isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("more than one");
    }

    private static dev.andon.schema.Frame avro() {
        return new FrameMapper().toAvro(TestFrames.frame("line-1", "f-1", 1));
    }

    private static byte[] file(Schema schema, Object... records) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        GenericData model = schema.getType() == Schema.Type.RECORD && records[0] instanceof dev.andon.schema.Frame
                ? GeneratedModel.TOPICS
                : GenericData.get();
        try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema, model))) {
            writer.create(schema, content);
            for (Object record : records) {
                writer.append(record);
            }
        }
        return content.toByteArray();
    }
}
