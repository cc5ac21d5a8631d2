package dev.andon.demo.vlmserver;

import java.util.List;

/** The form that a request wants its answer in. */
sealed interface AnswerForm {

    /**
     * {@code response_format: json_schema}.
     *
     * @param fields  the properties in their order
     */
    record Schema(List<Field> fields) implements AnswerForm {

        public Schema {
            fields = List.copyOf(fields);
        }

        /** The answers that the first field with alternatives allows; empty where none has any. */
        List<String> allowed() {
            return fields.stream().map(Field::alternatives).filter(list -> !list.isEmpty()).findFirst()
                    .orElse(List.of());
        }
    }

    /** {@code response_format: json_object}: one object, named by the prompt. */
    record AnyObject() implements AnswerForm {}

    /** No form asked for: the model writes as it likes. */
    record Prose() implements AnswerForm {}

    /**
     * One property of a schema.
     *
     * @param type         {@code string}, {@code number}, {@code integer}, {@code boolean} or something else
     * @param alternatives of its {@code enum}; empty for none
     */
    record Field(String name, String type, List<String> alternatives) {

        public Field {
            alternatives = List.copyOf(alternatives);
        }
    }
}
