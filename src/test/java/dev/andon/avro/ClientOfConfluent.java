package dev.andon.avro;

import java.io.IOException;
import java.util.Map;

import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Confluent's own client, used as any other program uses it. */
final class ClientOfConfluent {

    private ClientOfConfluent() {}

    static String schemaText(String url, int id) throws IOException {
        try (CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(url, 10, Map.of())) {
            return client.getSchemaById(id).canonicalString();
        } catch (RestClientException e) {
            throw new IOException(e);
        }
    }
}
