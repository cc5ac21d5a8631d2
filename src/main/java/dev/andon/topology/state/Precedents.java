package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Tiles;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Precedent;
import dev.andon.core.sampling.Sample;
import dev.andon.schema.state.LastInspected;
import dev.andon.schema.state.SceneSample;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last frame of each camera that the model was asked about, for recipes that look for still scenes: one entry per line
 * and camera, of 2 KB and its samples. Written in the transaction that publishes the decision. One thread.
 *
 * <p>Keys: {@code <line>:<camera>}, the length of the line before it, since ids may have any characters.
 */
public final class Precedents {

    private final KeyValueStore<String, LastInspected> store;

    public Precedents(KeyValueStore<String, LastInspected> store) {
        this.store = store;
    }

    /** The one of a camera; null where there is none yet. */
    public @Nullable Precedent of(LineId line, String cameraId) {
        LastInspected stored = store.get(key(line, cameraId));
        return stored == null ? null : read(stored);
    }

    /** In place of the one before. */
    public void put(LineId line, Precedent precedent) {
        store.put(key(line, precedent.cameraId()), write(precedent));
    }

    private static String key(LineId line, String cameraId) {
        return line.value().length() + ":" + line.value() + ":" + cameraId;
    }

    static LastInspected write(Precedent precedent) {
        List<SceneSample> samples = precedent.samples().stream()
                .map(s -> new SceneSample(s.index(), s.answer().value(), s.caption(), s.seed(), s.latency().toMillis(),
                        s.promptTokens(), s.completionTokens()))
                .toList();
        return new LastInspected(precedent.frame().value(), precedent.offset(), precedent.cameraId(),
                precedent.capturedAt().toEpochMilli(), precedent.unitId(), precedent.partNumber(),
                precedent.recipeHash(), ByteBuffer.wrap(precedent.scene().bytes()), samples);
    }

    static Precedent read(LastInspected stored) {
        List<Sample> samples = stored.getSamples().stream()
                .map(s -> new Sample(s.getIndex(), new Answer(s.getAnswer()), s.getCaption(), s.getSeed(),
                        Duration.ofMillis(s.getLatencyMillis()), s.getPromptTokens(), s.getCompletionTokens()))
                .toList();
        try {
            return new Precedent(new FrameId(stored.getFrameId()), stored.getOffset(), stored.getCameraId(),
                    Instant.ofEpochMilli(stored.getCapturedAt()), stored.getUnitId(), stored.getPartNumber(),
                    stored.getRecipeHash(), Tiles.of(RawBytes.copy(stored.getScene())), samples);
        } catch (IllegalArgumentException e) {
            throw UnusableStateException.damaged(e);
        }
    }
}
