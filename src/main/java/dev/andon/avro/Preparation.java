package dev.andon.avro;

import java.util.List;

/** Whether everything that is going to be written has a schema id. */
public sealed interface Preparation {

    /** It has. */
    record Ready() implements Preparation {}

    /**
     * Some has not, and somebody has to do something.
     *
     * @param problems one sentence each: which subject, what is wrong, what to do
     */
    record Missing(List<String> problems) implements Preparation {
        public Missing {
            problems = List.copyOf(problems);
        }
    }

    /** Nobody can say: the registry does not answer. Try again later. */
    record RegistryAway(String detail) implements Preparation {}
}
