package dev.andon.topology.state;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.calibration.EvidenceFrames;
import dev.andon.core.frame.LineId;
import dev.andon.schema.state.Evidence;
import dev.andon.schema.state.RecipeLessons;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What has been learnt about every recipe, with the evidence of each. One thread. */
public final class Lessons {

    private final KeyValueStore<String, RecipeLessons> store;
    private final KeyValueStore<String, Evidence> evidence;

    public Lessons(KeyValueStore<String, RecipeLessons> store,
            KeyValueStore<String, Evidence> evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    /** All of them. */
    public List<Lesson> all() {
        List<Lesson> all = new ArrayList<>();
        try (KeyValueIterator<String, RecipeLessons> stored = store.all()) {
            stored.forEachRemaining(one -> all.add(LessonForm.read(one.value)));
        }
        return all;
    }

    /** Keeps one, in place of the one before. */
    public void put(Lesson lesson) {
        store.put(key(lesson.line(), lesson.recipeId()), LessonForm.write(lesson));
    }

    /** Forgets one, and its evidence. */
    public void remove(LineId line, String recipeId) {
        evidenceOf(line, recipeId).clear();
        store.delete(key(line, recipeId));
    }

    /** The evidence of a recipe. */
    public EvidenceFrames evidenceOf(LineId line, String recipeId) {
        return new EvidenceStore(evidence, line, recipeId);
    }

    private static String key(LineId line, String recipeId) {
        return StoreKeys.line(line) + recipeId;
    }
}
