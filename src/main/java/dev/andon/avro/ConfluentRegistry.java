package dev.andon.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * A registry behind Confluent's client: the only class that touches it. The client wants its own Avro types, so schemas
 * cross as text. Any thread.
 */
final class ConfluentRegistry implements SchemaRegistry {

    private static final int CACHED_SCHEMAS = 1000;
    private static final String VERIFY_HOST_NAMES = "schema.registry.ssl.endpoint.identification.algorithm";

    private final SchemaRegistryClient client;
    private final String where;

    ConfluentRegistry(RegistryAccess access) {
        where = "schema registry " + access;
        client = SchemaRegistryClientFactory.newClient(access.urls().stream().map(URI::toString).toList(),
                CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), settings(access), Map.of());
    }

    /** The settings of the client: timeouts, then what was passed through, then what nobody may switch off. */
    static Map<String, String> settings(RegistryAccess access) {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.connect.timeout.ms", Long.toString(access.timeout().toMillis()));
        settings.put("http.read.timeout.ms", Long.toString(access.timeout().toMillis()));
        settings.putAll(access.properties());
        settings.put(VERIFY_HOST_NAMES, "https");
        return settings;
    }

    @Override
    public Answer<Schema> byId(int id) {
        return ask("schema id " + id, () -> new Schema.Parser().setValidateDefaults(false)
                .parse(((AvroSchema) client.getSchemaById(id)).rawSchema().toString()));
    }

    @Override
    public Answer<Integer> idOf(String subject, Schema schema) {
        return ask("subject " + subject, () -> client.getId(subject, new AvroSchema(schema.toString())));
    }

    @Override
    public Answer<Integer> register(String subject, Schema schema) {
        return ask("subject " + subject, () -> client.register(subject, new AvroSchema(schema.toString())));
    }

    @Override
    public Answer<Boolean> accepts(String subject, Schema schema) {
        return ask("subject " + subject, () -> client.testCompatibility(subject, new AvroSchema(schema.toString())));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Answer<T> ask(String what, Call<T> call) {
        try {
            return new Answer.Found<>(call.answer());
        } catch (RestClientException e) {
            return RegistryFailures.ofStatus(e.getStatus(), e.getErrorCode(), detail(what, e));
        } catch (IOException e) {
            return RegistryFailures.ofTransport(e, detail(what, e));
        } catch (AvroRuntimeException | ClassCastException e) {
            return new Answer.Refused<>(detail(what, e) + " (not a usable Avro schema)");
        }
    }

    private String detail(String what, Exception e) {
        return where + ", " + what + ": " + e;
    }

    private interface Call<T> {
        T answer() throws IOException, RestClientException;
    }
}
