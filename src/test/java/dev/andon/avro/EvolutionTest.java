package dev.andon.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.Frame;
import dev.andon.core.review.Reviewed;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Records of older and newer programs. */
class EvolutionTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Codecs codecs = new Codecs(registry);

    @Test
    void aNewerWriterMayHaveAddedAField() {
        // given a schema with a field in front of the others
        Schema newer = new Schema.Parser().parse(Schemas.FRAME.toString().replaceFirst("\"fields\":\\[", """
            "fields":[{"name":"lens","type":["null","string"],"default":null},"""));
        GenericData.Record record = frame(newer).set("lens", "35 mm").build();

        // when
        Decoding<Frame> read = codecs.frames().decode(WireBytes.of(registry.add(newer), record));

        // then
        assertThat(read).isInstanceOfSatisfying(Decoding.Decoded.class,
                decoded -> assertThat(((Frame) decoded.value()).id()).hasToString("f"));
    }

    @Test
    void anOlderWriterMayLackOne() {
        // given
        Schema older = without(Schemas.FRAME, "workOrder", "sha256");

        // when
        Decoding<Frame> read = codecs.frames().decode(WireBytes.of(registry.add(older), frame(older).build()));

        // then
        assertThat(read).isInstanceOfSatisfying(Decoding.Decoded.class, decoded -> {
            assertThat(((Frame) decoded.value()).workOrder()).isNull();
            assertThat(((Frame) decoded.value()).sha256()).isEmpty();
        });
    }

    @Test
    void soMayOlderElementsOfAnArray() {
        // given
        Schema recipe = without(Schemas.LINE_POLICY.getField("recipes").schema().getElementType(), "labels",
                "auditShare", "audit", "waivedBy");
        Schema older = Schema.createRecord("LinePolicy", null, "dev.andon.schema", false,
                List.of(field("lineId"), new Schema.Field("recipes", Schema.createArray(recipe), null, List.of())));
        GenericData.Record one = new GenericRecordBuilder(recipe).set("id", "r").set("prompt", "Is it good?").build();
        GenericData.Record record = new GenericRecordBuilder(older).set("lineId", "l").set("recipes", List.of(one))
                .build();

        // when
        Decoding<LinePolicy> read = codecs.policies().decode(WireBytes.of(registry.add(older), record));

        // then
        assertThat(read).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void whatIsKnownOfAnInspectionMayLackAllThatIsOptional() {
        // given
        Schema older = without(Schemas.REVIEWED, "verdicts", "inspected");
        Schema inspected = without(Schemas.REVIEWED.getField("inspected").schema(), "calls", "lot", "recordTopic",
                "simulated");
        List<Schema.Field> fields = new ArrayList<>(older.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema())).toList());
        fields.add(new Schema.Field("inspected", inspected, null, null));
        older = Schema.createRecord("Reviewed", null, "dev.andon.schema", false, fields);
        GenericData.Record facts = new GenericRecordBuilder(inspected).set("inspectionId", "i").set("lineId", "l")
                .set("route", "ACCEPTED").build();
        GenericData.Record record = new GenericRecordBuilder(older).set("reviewedId", "r").set("finalResult", "OK")
                .set("inspected", facts).build();

        // when
        Decoding<Reviewed> read = codecs.reviewed().decode(WireBytes.of(registry.add(older), record));

        // then
        assertThat(read).isInstanceOfSatisfying(Decoding.Decoded.class,
                decoded -> assertThat(((Reviewed) decoded.value()).verdicts()).isEmpty());
    }

    @Test
    void anotherTypeUnderTheIdIsUndecodable() {
        Schema other = new Schema.Parser().parse("\"string\"");

        Decoding<Frame> read = codecs.frames().decode(new byte[]{0, 0, 0, 0, (byte) registry.add(other), 2, 'x'});

        assertThat(read).isInstanceOf(Decoding.Undecodable.class);
    }

    private static GenericRecordBuilder frame(Schema schema) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        Map.of("frameId", "f", "lineId", "l", "cameraId", "c", "uri", "file:///a.jpg").forEach(builder::set);
        return builder;
    }

    private static Schema without(Schema schema, String... names) {
        List<Schema.Field> kept = schema.getFields().stream()
                .filter(field -> !List.of(names).contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema())).toList();
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, kept);
    }

    private static Schema.Field field(String name) {
        return new Schema.Field(name, Schema.create(Schema.Type.STRING), null, "");
    }
}
