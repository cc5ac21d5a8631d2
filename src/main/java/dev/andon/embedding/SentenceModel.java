package dev.andon.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The model of LangChain4j's jar in a session of our own: one that can be closed, that splits each text into tokens once
 * instead of three times, and that computes on the calling thread instead of a pool of spinning ones, which brings twice
 * the sentences per second as soon as several threads ask. Vectors are those of the library, bit for bit. Any thread.
 *
 * <p>One text at a time: this model finds the scale of its 8-bit numbers anew for each tensor, so that the vector of a
 * text in a batch depends on the texts beside it.
 */
final class SentenceModel implements AutoCloseable {

    static final String NAME = "all-minilm-l6-v2-q";

    private final OrtEnvironment environment;
    private final HuggingFaceTokenizer tokenizer;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Null once closed. Calls hold the read lock, so that it is not freed under them. */
    @GuardedBy("lock")
    private @Nullable OrtSession session;

    private SentenceModel(OrtEnvironment environment, HuggingFaceTokenizer tokenizer, OrtSession session) {
        this.environment = environment;
        this.tokenizer = tokenizer;
        this.session = session;
    }

    static SentenceModel load() throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = resource(NAME + ".onnx");
                InputStream tokens = resource(NAME + "-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(tokens, Map.of("padding", "false"));
            return new SentenceModel(environment, tokenizer, environment.createSession(model.readAllBytes(), options));
        } catch (OrtException | RuntimeException | LinkageError e) {
            throw new IOException("the sentence model " + NAME + " cannot be loaded: " + e, e);
        }
    }

    float[] embed(String text) {
        lock.readLock().lock();
        try {
            if (session == null) {
                throw new IllegalStateException("the sentence model " + NAME + " is closed");
            }
            return run(session, tokenizer.encode(text, true, false));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model " + NAME + " failed", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private float[] run(OrtSession open, Encoding tokens) throws OrtException {
        try (OnnxTensor ids = tensor(tokens.getIds());
                OnnxTensor mask = tensor(tokens.getAttentionMask());
                OnnxTensor types = tensor(tokens.getTypeIds());
                OrtSession.Result result = open
                        .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            // Closed with the result, and not to be closed twice: that is logged.
            OnnxTensor states = (OnnxTensor) result.get(0);
            return unit(mean(states.getFloatBuffer(), tokens.getIds().length));
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[]{1, numbers.length});
    }

    /** Over the tokens. */
    private static float[] mean(FloatBuffer states, int tokens) {
        float[] mean = new float[states.remaining() / tokens];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += states.get(token * mean.length + i);
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= tokens;
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        float squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (session != null) {
                session.close();
                session = null;
                tokenizer.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model " + NAME + " cannot be freed", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = OnnxBertBiEncoder.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IOException(name + " is missing from the class path: add langchain4j-embeddings-" + NAME);
        }
        return stream;
    }
}
