package dev.andon.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.http.Shortened;

/**
 * The list in a server's answer. Nothing about it is taken on trust: there have to be as many vectors as texts, each
 * index once, all of one length, finite and not zero.
 */
final class VectorList {

    private static final int SHOWN = 40;

    /** Some servers write NaN, which is no JSON: read all the same, it can be named. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonNode entries;

    private VectorList(JsonNode entries) {
        this.entries = entries;
    }

    /** The list of a body; empty where that has none. */
    static Optional<VectorList> read(String body) {
        try {
            JsonNode entries = JSON.readTree(body).path("data");
            return entries.isArray() ? Optional.of(new VectorList(entries)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The vectors of so many texts in their order, or what is wrong with the list. */
    Embeddings of(int texts) {
        if (entries.size() != texts) {
            return useless(entries.size() + " vectors for " + texts + " captions");
        }
        float[][] vectors = new float[texts][];
        for (JsonNode entry : entries) {
            JsonNode index = entry.path("index");
            if (!index.isInt() || index.intValue() < 0 || index.intValue() >= texts
                    || vectors[index.intValue()] != null) {
                return useless("index " + shown(index) + " where each of 0 to " + (texts - 1) + " has to come once");
            }
            JsonNode numbers = entry.path("embedding");
            Optional<String> fault = fault(index.intValue(), numbers);
            if (fault.isPresent()) {
                return useless(fault.get());
            }
            vectors[index.intValue()] = floats(numbers);
        }
        return checked(List.of(vectors));
    }

    private static Embeddings checked(List<float[]> vectors) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            faults.addAll(fault(i, vectors.get(i), vectors.getFirst().length).stream().toList());
        }
        return faults.isEmpty() ? new Embeddings.Vectors(vectors) : useless(faults.getFirst());
    }

    private static Optional<String> fault(int place, JsonNode numbers) {
        if (!numbers.isArray()) {
            return Optional.of("vector " + place + " is no list of numbers but " + shown(numbers));
        }
        for (JsonNode number : numbers) {
            if (!number.isNumber() || !Float.isFinite(number.floatValue())) {
                return Optional.of("vector " + place + " with " + shown(number) + " in it");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(int place, float[] vector, int length) {
        if (vector.length != length) {
            return Optional.of("vector " + place + " of length " + vector.length + " where vector 0 has " + length);
        }
        for (float number : vector) {
            if (number != 0) {
                return Optional.empty();
            }
        }
        return Optional.of("vector " + place + " of length " + length + " that is zero and has no direction");
    }

    private static float[] floats(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static Embeddings useless(String fault) {
        return new Embeddings.Unavailable(
                "the server answered with " + fault + "; check embedding.model and its server");
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : Shortened.of(node.toString(), SHOWN);
    }
}
