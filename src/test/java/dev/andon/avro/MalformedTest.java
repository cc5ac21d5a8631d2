package dev.andon.avro;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageQuality;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MalformedTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Codecs codecs = TestCodecs.prepared(registry);

    @Test
    void bytesThatAreNoRecordAtAll() {
        assertThat(message(codecs.frames().decode(null))).contains("tombstone");
        assertThat(message(codecs.frames().decode(new byte[0]))).contains("0 bytes");
        assertThat(message(codecs.frames().decode(new byte[]{0, 0, 0, 1}))).contains("4 bytes");
        assertThat(message(codecs.frames().decode("{\"a\":1}".getBytes(UTF_8))))
                .contains("byte 123");
        assertThat(message(codecs.frames().decode(new byte[]{0, 0, 0, 3, 9}))).contains("schema id 777");
    }

    @Test
    void bytesAfterTheEndOfTheRecord() {
        byte[] bytes = codecs.frames().encode(new Generated(1).frame());

        assertThat(message(codecs.frames().decode(Arrays.copyOf(bytes, bytes.length + 1)))).contains("goes on");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"frameId,'',frameId is blank", "lineId,' ',lineId is blank",
        "cameraId,'',cameraId is blank", "uri,'no uri',uri is not a URI", "uri,null,neither image nor uri"})
    void framesWithoutMeaning(String field, @Nullable String value, String problem) {
        assertThat(message(codecs.frames().decode(frame(record -> record.put(field, value))))).contains(problem);
    }

    @Test
    void framesWithImpossibleImages() {
        assertThat(message(codecs.frames().decode(frame(record -> record.put("image", ByteBuffer.allocate(1))))))
                .contains("both");
        assertThat(message(codecs.frames().decode(frame(record -> record.put("size", -1L))))).contains("-1");
        assertThat(message(codecs.frames().decode(frame(record -> record.put("frameId", "x".repeat(257))))))
                .contains("257");
    }

    /** They are read as frames that say nothing: 0 and −1 are what a producer leaves out. */
    @ParameterizedTest
    @CsvSource({"width,0", "height,-3", "sharpness,NaN", "sharpness,-1", "exposure,1.5", "exposure,-Infinity",
        "noise,-1",
        "noise,1E300"})
    void whatNoImageCanHaveWasNotMeasured(String field, double value) {
        Schema schema = Schemas.FRAME.getField("quality").schema().getTypes().getLast();
        GenericData.Record quality = new GenericRecordBuilder(schema).set("width", 640).set("height", 480)
                .set("sharpness", 20.0).set("exposure", 0.5).set("noise", 2.0).build();
        assertThat(quality(quality)).isEqualTo(new ImageQuality(640, 480, 20, 0.5, 2));

        quality.put(field, schema.getField(field).schema().getType() == Schema.Type.INT ? (Object) (int) value : value);

        assertThat(quality(quality)).isNull();
    }

    private @Nullable ImageQuality quality(GenericData.Record said) {
        Decoding<Frame> decoding = codecs.frames().decode(frame(record -> record.put("quality", said)));
        return ((Decoding.Decoded<Frame>) decoding).value().quality();
    }

    @ParameterizedTest
    @ValueSource(strings = {"route", "result", "reason", "purpose"})
    void inspectionsWithUnknownWords(String field) {
        byte[] bytes = bytes(Schemas.INSPECTION, Map.of("inspectionId", "i", "lineId", "l", "route", "HUMAN_REVIEW",
                "reason", "UNCERTAIN"), record -> record.put(field, "MAYBE"));

        assertThat(message(codecs.inspections().decode(bytes))).contains(field, "MAYBE", "not one of");
    }

    @Test
    void inspectionsWithHalfOfWhatTheyWereDecidedBy() {
        byte[] bytes = bytes(Schemas.INSPECTION, Map.of("inspectionId", "i", "lineId", "l", "route", "ACCEPTED"),
                record -> record.put("policyVersion", 3L));

        assertThat(message(codecs.inspections().decode(bytes))).contains("recipeId is missing");
    }

    @Test
    void policiesSayWhichRecipe() {
        Schema recipe = Schemas.LINE_POLICY.getField("recipes").schema().getElementType();
        GenericData.Record fixed = new GenericRecordBuilder(recipe).set("id", "r").set("thresholdMode", "FIXED")
                .build();
        byte[] bytes = bytes(Schemas.LINE_POLICY, Map.of("lineId", "l"),
                record -> record.put("recipes", List.of(fixed)));

        assertThat(message(codecs.policies().decode(bytes))).contains("recipes[0].thresholdValue is missing");
    }

    @ParameterizedTest
    @CsvSource({"verdictId,'',verdictId is blank", "inspectionId,' ',inspectionId is blank",
        "lineId,'',lineId is blank", "reviewer,' ',reviewer is blank", "result,MAYBE,result is 'MAYBE'",
        "result,UNDEFINED,result is UNDEFINED", "basis,RUMOUR,basis is 'RUMOUR'"})
    void verdictsWithoutMeaning(String field, String value, String problem) {
        assertThat(message(codecs.verdicts().decode(verdict(record -> record.put(field, value))))).contains(problem);
    }

    @Test
    void verdictsThatTookLessThanNoTime() {
        assertThat(message(codecs.verdicts().decode(verdict(record -> record.put("durationMillis", -1L)))))
                .contains("durationMillis is -1");
    }

    @ParameterizedTest
    @CsvSource({"state,ASLEEP,not one of", "kind,' ',blank", "cameraId,'',cameraId is blank",
        "lineId,'',lineId is blank"})
    void cameraEventsWithoutMeaning(String field, String value, String problem) {
        byte[] bytes = cameraEvent(record -> record.put(field, value));

        assertThat(message(codecs.cameraEvents().decode(bytes))).contains(problem);
    }

    @Test
    void framesOfCamerasThatWaitForLessThanNoTime() {
        byte[] bytes = cameraEvent(record -> record.put("oldestWaitingMillis", -1L));

        assertThat(message(codecs.cameraEvents().decode(bytes))).contains("oldestWaitingMillis", "-1");
    }

    @Test
    void thresholdsSayWhichRecipe() {
        Schema learnt = Schemas.LINE_THRESHOLDS.getField("recipes").schema().getElementType();
        GenericData.Record guessed = new GenericRecordBuilder(learnt).set("recipeId", "r").set("mode", "GUESS").build();
        byte[] bytes = bytes(Schemas.LINE_THRESHOLDS, Map.of("lineId", "l"),
                record -> record.put("recipes", List.of(guessed)));

        assertThat(message(codecs.thresholds().decode(bytes))).contains("recipes[0].mode is 'GUESS'");
    }

    /** Such a recipe held every frame. */
    @ParameterizedTest
    @ValueSource(strings = {"BUDGET", "COST", "RISK"})
    void modesOfBeforeThresholdsCouldBeLearntHoldEveryFrameStill(String mode) {
        Schema recipe = Schemas.LINE_POLICY.getField("recipes").schema().getElementType();
        GenericData.Record learnt = new GenericRecordBuilder(recipe).set("id", "r").set("thresholdMode", mode).build();
        byte[] bytes = bytes(Schemas.LINE_POLICY, Map.of("lineId", "l"),
                record -> record.put("recipes", List.of(learnt)));

        assertThat(codecs.policies().decode(bytes)).isInstanceOfSatisfying(Decoding.Decoded.class,
                decoded -> assertThat(((LinePolicy) decoded.value()).recipes()).extracting(Recipe::threshold)
                        .containsExactly(ThresholdRule.USUAL));
    }

    @Test
    void thresholdsThatAreSaidByHalf() {
        Schema recipe = Schemas.LINE_POLICY.getField("recipes").schema().getElementType();
        GenericData.Record cost = new GenericRecordBuilder(recipe).set("id", "r").set("thresholdMode", "COST")
                .set("escapeCost", 50.0).set("falseRejectCost", 1.0).build();
        byte[] bytes = bytes(Schemas.LINE_POLICY, Map.of("lineId", "l"),
                record -> record.put("recipes", List.of(cost)));

        assertThat(message(codecs.policies().decode(bytes))).contains("recipes[0].reviewCost is missing");
    }

    /** Never an exception, whatever the bytes; a length in them is no reason to allocate it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Generated generated = new Generated(random.nextLong());
            codecs.frames().decode(mutated(random, codecs.frames().encode(generated.frame())));
            codecs.inspections().decode(mutated(random, codecs.inspections().encode(generated.inspection())));
            codecs.policies().decode(mutated(random, codecs.policies().encode(generated.policy())));
            codecs.reviewed().decode(mutated(random, codecs.reviewed().encode(generated.reviewed())));
            codecs.thresholds().decode(mutated(random, codecs.thresholds().encode(generated.thresholds())));
            codecs.json().render(mutated(random, codecs.inspections().encode(generated.inspection())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 33})
    void lengthsBeyondTheBytes(long length) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(registry.add(Schemas.FRAME)));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(length);

        assertThat(message(codecs.frames().decode(bytes.toByteArray()))).contains("not a record of schema id");
    }

    private static byte[] mutated(Random random, byte[] bytes) {
        byte[] mutated = random.nextInt(4) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 9))
                : bytes.clone();
        int first = random.nextInt(8) == 0 ? 0 : WireFormat.HEADER;
        for (int i = random.nextInt(4); i >= 0 && mutated.length > first; i--) {
            mutated[first + random.nextInt(mutated.length - first)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private byte[] cameraEvent(Consumer<GenericData.Record> change) {
        return bytes(Schemas.CAMERA_EVENT, Map.of("cameraId", "c", "lineId", "l", "kind", "STATE", "state", "ONLINE"),
                change);
    }

    private byte[] frame(Consumer<GenericData.Record> change) {
        return bytes(Schemas.FRAME, Map.of("frameId", "f", "lineId", "l", "cameraId", "c", "uri", "file:///a.jpg"),
                change);
    }

    private byte[] verdict(Consumer<GenericData.Record> change) {
        return bytes(Schemas.VERDICT, Map.of("verdictId", "v", "inspectionId", "i", "lineId", "l", "result", "OK",
                "reviewer", "r"), change);
    }

    private byte[] bytes(Schema schema, Map<String, String> texts, Consumer<GenericData.Record> change) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        texts.forEach(builder::set);
        GenericData.Record record = builder.build();
        change.accept(record);
        return WireBytes.of(registry.add(schema), record);
    }

    private static String message(Decoding<?> decoding) {
        assertThat(decoding).isInstanceOf(Decoding.Undecodable.class);
        return ((Decoding.Undecodable<?>) decoding).message();
    }
}
