package dev.andon.topology.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;

/**
 * Every schema that state was ever written by, from the files {@code <name>-<number>.avsc} beside the classes: in {@code
 * schemas/history/state}, or in {@code schemas/history} for those of topics that state is made of, too. A value names its schema by fingerprint alone, so that one that is not among these cannot be read.
 */
final class StateHistory {

    private StateHistory() {}

    /** The schemas that a record of this one ever had, oldest first; the newest is the one that is written. */
    static List<Schema> of(Schema current) {
        String folder = current.getNamespace().endsWith(".state") ? "/schemas/history/state/" : "/schemas/history/";
        List<Schema> schemas = new ArrayList<>();
        while (true) {
            String file = folder + current.getName() + "-" + (schemas.size() + 1) + ".avsc";
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
