package dev.andon.topology;

import java.time.Duration;
import java.util.List;

import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.avro.WrittenTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an application start only with the schemas of everything that it writes. */
public final class SchemaGate {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGate.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private SchemaGate() {}

    /**
     * Waits for the registry if it is away.
     *
     * @throws StartException       if a schema is missing or refused
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static void pass(Codecs codecs, List<WrittenTopic> written, boolean autoRegister)
            throws StartException, InterruptedException {
        while (true) {
            switch (codecs.prepare(written, autoRegister)) {
                case Preparation.Ready ignored -> {
                    return;
                }
                case Preparation.Missing(List<String> problems) ->
                    throw new StartException(String.join("; ", problems), null);
                case Preparation.RegistryAway(String detail) -> {
                    LOG.warn("waiting for the schema registry: {}", detail);
                    Thread.sleep(PAUSE);
                }
            }
        }
    }
}
