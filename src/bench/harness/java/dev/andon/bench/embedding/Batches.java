package dev.andon.bench.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;

/**
 * The sentence model of the program, given several texts in one tensor: shorter ones are filled up with tokens that are
 * masked. Computes on the calling thread. One thread.
 */
final class Batches implements AutoCloseable {

    private static final String MODEL = "/all-minilm-l6-v2-q";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    Batches() throws IOException, OrtException {
        try (InputStream model = resource(".onnx");
                InputStream tokens = resource("-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            tokenizer = HuggingFaceTokenizer.newInstance(tokens, Map.of("padding", "false"));
            session = environment.createSession(model.readAllBytes(), options);
        }
    }

    private static InputStream resource(String end) {
        return Objects.requireNonNull(OnnxBertBiEncoder.class.getResourceAsStream(MODEL + end), MODEL + end);
    }

    /** Tokens of a text, its two marks included. */
    int tokens(String text) {
        return tokenizer.encode(text, true, false).getIds().length;
    }

    /** One vector per text, all computed at once. */
    List<float[]> embed(List<String> texts) throws OrtException {
        List<long[]> ids = texts.stream().map(text -> tokenizer.encode(text, true, false)).map(Encoding::getIds)
                .toList();
        int length = ids.stream().mapToInt(each -> each.length).max().orElse(0);
        long[] all = new long[ids.size() * length];
        long[] mask = new long[all.length];
        for (int i = 0; i < ids.size(); i++) {
            System.arraycopy(ids.get(i), 0, all, i * length, ids.get(i).length);
            Arrays.fill(mask, i * length, i * length + ids.get(i).length, 1);
        }
        long[] shape = {ids.size(), length};
        try (OnnxTensor tokens = tensor(all, shape);
                OnnxTensor masks = tensor(mask, shape);
                OnnxTensor types = tensor(new long[all.length], shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", masks, "token_type_ids", types))) {
            FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                vectors.add(mean(numbers, i * length, ids.get(i).length, numbers.capacity() / all.length));
            }
            return vectors;
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    /** Over the tokens of one text, at unit length. */
    private static float[] mean(FloatBuffer states, int first, int tokens, int dimensions) {
        float[] vector = new float[dimensions];
        for (int token = first; token < first + tokens; token++) {
            for (int i = 0; i < dimensions; i++) {
                vector[i] += states.get(token * dimensions + i);
            }
        }
        float squares = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= tokens;
            squares += vector[i] * vector[i];
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
