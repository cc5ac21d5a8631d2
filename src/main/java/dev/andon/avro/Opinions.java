package dev.andon.avro;

import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** Fields of verdicts, wherever verdicts stand. */
final class Opinions {

    private Opinions() {}

    /** A name that has to be there, of sensible length. */
    static String id(String field, @Nullable String text) throws MalformedRecordException {
        return Fields.bounded(field, Fields.required(field, text));
    }

    /** What somebody can say of a part: good, bad, or that they cannot tell. */
    static Result result(String field, @Nullable String name) throws MalformedRecordException {
        Result result = Fields.constant(field, Result.class, name);
        if (result == Result.UNDEFINED) {
            throw new MalformedRecordException(
                    field + " is UNDEFINED, which nobody can find: not one of OK, NOT_OK, NOT_DECIDABLE (cannot tell)");
        }
        return result;
    }
}
