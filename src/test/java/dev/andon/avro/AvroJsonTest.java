package dev.andon.avro;

import java.util.Arrays;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AvroJsonTest {

    private final FakeRegistry registry = new FakeRegistry();

    @Test
    void showsAnyRecordByItsOwnSchema() {
        // given
        Schema schema = new Schema.Parser().parse("""
            {"type": "record", "name": "R", "fields": [
              {"name": "text", "type": "string"},
              {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]},
              {"name": "image", "type": "bytes"},
              {"name": "none", "type": ["null", "int"]},
              {"name": "scores", "type": {"type": "map", "values": "double"}},
              {"name": "list", "type": {"type": "array", "items": "boolean"}}]}""");
        GenericData.Record record = new GenericRecordBuilder(schema).set("text", "穴 \"x\"").set("at", 1L)
                .set("image", java.nio.ByteBuffer.allocate(12)).set("none", null)
                .set("scores", java.util.Map.of("a", 0.5)).set("list", java.util.List.of(true)).build();

        // when
        Decoding<String> shown = new AvroJson(registry).render(WireBytes.of(registry.add(schema), record));

        // then
        assertThat(shown).isEqualTo(new Decoding.Decoded<>("""
            {"text":"穴 \\"x\\"","at":"1970-01-01T00:00:00.001Z","image":"12 bytes","none":null,\
            "scores":{"a":0.5},"list":[true]}"""));
    }

    @Test
    void saysWhatCannotBeShown() {
        assertThat(new AvroJson(registry).render(new byte[]{1})).isInstanceOf(Decoding.Undecodable.class);
    }

    @Test
    void aRecordThatNestsDeeperThanJsonMayIsToldOfAndNotThrown() {
        int id = registry.add(new Schema.Parser().parse("""
            {"type": "record", "name": "R", "fields": [{"name": "next", "type": ["null", "R"]}]}"""));
        byte[] bytes = new byte[1_205];
        Arrays.fill(bytes, 5, 1_204, (byte) 2);
        bytes[4] = (byte) id;

        Decoding<String> rendered = new Codecs(registry).json().render(bytes);

        assertThat(rendered).isInstanceOf(Decoding.Undecodable.class).asString().contains("nesting depth");
    }
}
