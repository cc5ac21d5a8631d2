package dev.andon.topology.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;

/**
 * Every schema that state was ever written by, from the files {@code schemas/history/state/<name>-<number>.avsc} beside
 * the classes. A value names its schema by fingerprint alone, so that one that is not among these cannot be read.
 */
final class StateHistory {

    private StateHistory() {}

    /** The schemas of a record, oldest first; the newest is the one that is written. */
    static List<Schema> of(String name) {
        List<Schema> schemas = new ArrayList<>();
        while (true) {
            String file = "/schemas/history/state/" + name + "-" + (schemas.size() + 1) + ".avsc";
            try (InputStream content = StateHistory.class.getResourceAsStream(file)) {
                if (content == null) {
                    return schemas;
                }
                schemas.add(new Schema.Parser().parse(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
