package dev.andon.ingest.trigger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import dev.andon.fuzz.Fuzzer;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.trigger.TriggerReader.Read;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TriggerReaderTest {

    private static final String WHOLE = """
        {"id": "t-1", "camera": "組立-1", "unit": "SN 7", "workOrder": 4711, "part": "BR-100",
         "at": "2026-01-31T00:00:00.123+01:00"}""";

    @Test
    void everythingIsSaid() {
        assertThat(read(WHOLE, null)).isEqualTo(new Read.Understood(new Trigger("t-1", "組立-1",
                new Particulars("SN 7", "4711", "BR-100", null), Instant.parse("2026-01-30T23:00:00.123Z"),
                Scene.START)));
    }

    @Test
    void onlyCameraAndTimeAreNeededAndTheCameraMayBeSaidElsewhere() {
        Trigger trigger = new Trigger(null, "c", Particulars.NONE, Scene.START, Scene.START);

        assertThat(read("{\"camera\": \"c\", \"at\": \"" + Scene.START + "\", \"unit\": null}", "c"))
                .isEqualTo(new Read.Understood(trigger));
        assertThat(read("{\"at\": \"" + Scene.START + "\"}", "c")).isEqualTo(new Read.Understood(trigger));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(problems("""
            {"unit": " ", "workorder": 1, "part": ["a"], "at": "yesterday", "id": "%s"}""".formatted("i".repeat(
                257)), null)).satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("unit ' ' is blank"),
                        told -> assertThat(told).startsWith("the field workorder is unknown").contains("workOrder"),
                        told -> assertThat(told).isEqualTo("part is [\"a\"]: write a text"),
                        told -> assertThat(told).startsWith("at 'yesterday' is no instant").contains("2026-"),
                        told -> assertThat(told).startsWith("id 'iii").contains("257", "256"),
                        told -> assertThat(told).startsWith("camera is missing"));
        assertThat(problems("{}", null)).hasSize(2);
        assertThat(problems("{\"at\": true, \"camera\": \"a\\nb\"}", null)).hasSize(2);
    }

    @Test
    void twoCamerasAreOneTooMany() {
        assertThat(problems("{\"camera\": \"a\", \"at\": \"" + Scene.START + "\"}", "b")).singleElement().asString()
                .contains("'a'", "'b'");
        assertThat(problems("{\"at\": \"" + Scene.START + "\"}", "a\nb")).singleElement().asString()
                .contains("control characters");
    }

    @Test
    void whatIsNoObjectIsTold() {
        assertThat(List.of("", "[]", "null", "{", "{} {}", "{\"unit\": 1, \"unit\": 2}", "\0")).allSatisfy(
                text -> assertThat(problems(text, null)).singleElement().asString().contains("JSON", "workOrder"));
    }

    @Test
    void whateverComesIsATriggerOrTold() {
        Fuzzer.of("triggers", List.of(WHOLE.getBytes(StandardCharsets.UTF_8)), "{\"at\":", "\"camera\":", "[[[[", "1e9",
                "\\u0000", "null,", "+1000000000-12-31T23:59:59Z").run(
                        bytes -> TriggerReader.read(bytes, null, Scene.START) instanceof Read.Understood);
    }

    private static List<String> problems(String text, @Nullable String camera) {
        assertThat(read(text, camera)).isInstanceOf(Read.Unclear.class);
        return ((Read.Unclear) read(text, camera)).problems();
    }

    private static Read read(String text, @Nullable String camera) {
        return TriggerReader.read(text.getBytes(StandardCharsets.UTF_8), camera, Scene.START);
    }
}
