package dev.andon.avro;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.fuzz.Fuzzer;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a record, it becomes a value that can be written again, or a reason. */
class CodecsFuzzTest {

    private static final int EXAMPLES = 40;

    private final FakeRegistry registry = new FakeRegistry();
    private final Codecs codecs = TestCodecs.prepared(registry);

    @Test
    void frames() {
        fuzz("frames", codecs.frames(), Generated::frame);
    }

    @Test
    void inspections() {
        fuzz("inspections", codecs.inspections(), Generated::inspection);
    }

    @Test
    void policies() {
        fuzz("policies", codecs.policies(), Generated::policy);
    }

    @Test
    void verdicts() {
        fuzz("verdicts", codecs.verdicts(), Generated::verdict);
    }

    @Test
    void reviewed() {
        fuzz("reviewed", codecs.reviewed(), Generated::reviewed);
    }

    @Test
    void thresholds() {
        fuzz("thresholds", codecs.thresholds(), Generated::thresholds);
    }

    @Test
    void thresholdChanges() {
        fuzz("threshold changes", codecs.thresholdChanges(), Generated::thresholdChange);
    }

    @Test
    void cameraEvents() {
        fuzz("camera events", codecs.cameraEvents(), Generated::cameraEvent);
    }

    @Test
    void recordsOfAnySchemaAsJson() {
        registry.add(new Schema.Parser()
                .parse("{\"type\":\"array\",\"items\":{\"type\":\"map\",\"values\":[\"null\",\"double\","
                        + "{\"type\":\"fixed\",\"name\":\"F\",\"size\":3}]}}"));
        registry.add(
                new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"next\",\"type\":"
                        + "[\"null\",\"R\"]},{\"name\":\"none\",\"type\":\"null\"}]}"));
        List<byte[]> examples = new java.util.ArrayList<>(examples(codecs.inspections(), Generated::inspection));
        for (int id = 1; id <= 5; id++) {
            examples.add(new byte[]{0, 0, 0, 0, (byte) id, 2, 2, 2, 2, 2, 0});
        }
        Fuzzer.of("records as JSON", examples).run(bytes -> understood(codecs.json().render(bytes)));
    }

    private static <T> void fuzz(String name, Codec<T> codec, Function<Generated, T> values) {
        Fuzzer.of(name, examples(codec, values)).run(bytes -> {
            Decoding<T> decoding = codec.decode(bytes);
            if (decoding instanceof Decoding.Decoded<T>(T value)) {
                assertThat(codec.decode(codec.encode(value))).usingRecursiveComparison()
                        .withEqualsForType((a, b) -> Arrays.equals(a.array(), b.array()), ImageBytes.class)
                        .withEqualsForType(Double::equals, Double.class)
                        .isEqualTo(decoding);
            }
            return understood(decoding);
        });
    }

    private static boolean understood(Decoding<?> decoding) {
        assertThat(decoding).isNotInstanceOf(Decoding.RegistryAway.class);
        if (decoding instanceof Decoding.Undecodable<?> broken) {
            assertThat(broken.message()).isNotBlank();
            assertThat(broken.stackTrace()).hasSizeLessThan(10_000);
        }
        return decoding instanceof Decoding.Decoded;
    }

    private static <T> List<byte[]> examples(Codec<T> codec, Function<Generated, T> values) {
        return IntStream.range(0, EXAMPLES).mapToObj(seed -> codec.encode(values.apply(new Generated(seed)))).toList();
    }
}
