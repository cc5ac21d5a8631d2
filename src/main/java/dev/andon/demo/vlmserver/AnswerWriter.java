package dev.andon.demo.vlmserver;

import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.demo.vlmserver.AnswerForm.AnyObject;
import dev.andon.demo.vlmserver.AnswerForm.Field;
import dev.andon.demo.vlmserver.AnswerForm.Prose;
import dev.andon.demo.vlmserver.AnswerForm.Schema;
import dev.andon.demo.vlmserver.Model.Opinion;

/** Writes an opinion down in the form that was asked for. */
final class AnswerWriter {

    private static final double FENCED = 0.6;
    private static final double BARE = 0.9;

    private AnswerWriter() {}

    /** @param seed decides the habits of free prose: mostly fenced or bare JSON, now and then none at all */
    static String write(Opinion opinion, AnswerForm form, long seed) {
        return switch (form) {
            case Schema schema -> bySchema(opinion, schema).toString();
            case AnyObject() -> plain(opinion).toString();
            case Prose() -> prose(opinion, new SplittableRandom(seed).nextDouble());
        };
    }

    private static String prose(Opinion opinion, double habit) {
        if (habit < FENCED) {
            return "Let me look at the picture.\n\n```json\n" + plain(opinion).toPrettyString() + "\n```\n";
        }
        return habit < BARE
                ? plain(opinion).toString()
                : opinion.caption() + " I would therefore say: " + opinion.answer() + ".";
    }

    private static ObjectNode plain(Opinion opinion) {
        return object().put("caption", opinion.caption()).put("answer", opinion.answer());
    }

    private static ObjectNode bySchema(Opinion opinion, Schema schema) {
        ObjectNode json = object();
        boolean answered = false;
        boolean captioned = false;
        for (Field field : schema.fields()) {
            if (!answered && !field.alternatives().isEmpty()) {
                json.put(field.name(), opinion.answer());
                answered = true;
            } else if (!captioned && field.alternatives().isEmpty() && field.type().equals("string")) {
                json.put(field.name(), opinion.caption());
                captioned = true;
            } else {
                fill(json, field);
            }
        }
        return json;
    }

    private static void fill(ObjectNode json, Field field) {
        switch (field.type()) {
            case "string" -> json.put(field.name(), field.alternatives().stream().findFirst().orElse(""));
            case "number", "integer" -> json.put(field.name(), 0);
            case "boolean" -> json.put(field.name(), false);
            case "array" -> json.putArray(field.name());
            default -> json.putObject(field.name());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
