package dev.andon.avro;

import java.util.Arrays;

import dev.andon.core.frame.Frame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodecsTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Frame frame = new Generated(1).frame();

    @Test
    void aValueStartsWithZeroAndItsSchemaId() {
        registry.add(Schemas.LINE_POLICY);

        byte[] bytes = TestCodecs.prepared(registry).frames().encode(frame);

        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 2);
    }

    @Test
    void registersWithoutTheMarksOfTheCodeGenerator() {
        TestCodecs.prepared(registry);

        assertThat(registry.byId(1)).isEqualTo(new Answer.Found<>(Schemas.FRAME));
        assertThat(Schemas.FRAME.toString()).doesNotContain("avro.java").contains("\"doc\"");
    }

    @Test
    void namesEverySubjectThatIsMissingAndWhatToDo() {
        Preparation preparation = new Codecs(registry).prepare(TestCodecs.TOPICS, false);

        assertThat(preparation).isInstanceOfSatisfying(Preparation.Missing.class, missing -> {
            assertThat(missing.problems()).hasSize(TestCodecs.TOPICS.size());
            assertThat(missing.problems().getFirst()).contains("frames-value", "dev.andon.schema.Frame",
                    "andon topics create", "autoRegister: true");
        });
    }

    @Test
    void findsSchemasThatAreThereWithoutRegistering() {
        TestCodecs.prepared(registry);

        assertThat(new Codecs(registry).prepare(TestCodecs.TOPICS, false)).isEqualTo(new Preparation.Ready());
    }

    @Test
    void preparationWaitsForTheRegistry() {
        registry.goAway("no route");

        assertThat(new Codecs(registry).prepare(TestCodecs.TOPICS, true))
                .isEqualTo(new Preparation.RegistryAway("no route"));
    }

    @Test
    void refusesToWriteUnprepared() {
        assertThatThrownBy(() -> new Codecs(registry).frames().encode(frame))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Frame");
    }

    @Test
    void aRecordWaitsWhileTheRegistryIsAway() {
        // given
        byte[] bytes = TestCodecs.prepared(registry).frames().encode(frame);
        Codecs reader = new Codecs(registry);
        registry.goAway("no route");

        // when
        Decoding<Frame> first = reader.frames().decode(bytes);
        registry.comeBack();
        Decoding<Frame> second = reader.frames().decode(bytes);

        // then
        assertThat(first).isEqualTo(new Decoding.RegistryAway<>("no route"));
        assertThat(second).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void asksForEachSchemaOnce() {
        // given
        Codecs codecs = TestCodecs.prepared(registry);
        byte[] bytes = codecs.frames().encode(frame);
        codecs.frames().decode(bytes);
        int before = registry.questions;

        // when
        registry.goAway("no route");
        Decoding<Frame> again = codecs.frames().decode(bytes);

        // then
        assertThat(again).isInstanceOf(Decoding.Decoded.class);
        assertThat(registry.questions).isEqualTo(before);
    }
}
