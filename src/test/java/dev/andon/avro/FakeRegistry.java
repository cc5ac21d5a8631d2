package dev.andon.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A registry in memory that can be made to go away. One thread. */
final class FakeRegistry implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, Integer> idBySubject = new HashMap<>();
    private @Nullable String away;
    private Runnable whenAsked = () -> {};
    int questions;

    void goAway(String why) {
        away = why;
    }

    void comeBack() {
        away = null;
    }

    /** Runs while each question is under way. */
    void whenAsked(Runnable action) {
        whenAsked = action;
    }

    int add(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public Answer<Schema> byId(int id) {
        boolean known = id > 0 && id <= schemas.size();
        return answer(known ? new Answer.Found<>(schemas.get(id - 1)) : new Answer.Absent<>("no id " + id));
    }

    @Override
    public Answer<Integer> idOf(String subject, Schema schema) {
        Integer id = idBySubject.get(subject);
        return answer(id == null ? new Answer.Absent<>("no subject " + subject) : new Answer.Found<>(id));
    }

    @Override
    public Answer<Integer> register(String subject, Schema schema) {
        if (away == null) {
            idBySubject.put(subject, add(schema));
        }
        return idOf(subject, schema);
    }

    @Override
    public Answer<Boolean> accepts(String subject, Schema schema) {
        return answer(new Answer.Found<>(true));
    }

    @Override
    public void close() {}

    private <T> Answer<T> answer(Answer<T> answer) {
        questions++;
        whenAsked.run();
        return away == null ? answer : new Answer.Away<>(away);
    }
}
