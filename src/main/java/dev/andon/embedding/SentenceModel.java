package dev.andon.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import org.jspecify.annotations.Nullable;

/**
 * The model of LangChain4j's jar in a session of our own: one that can be closed, and that computes on the calling
 * thread instead of a pool of spinning ones, which brings twice the sentences per second as soon as several threads
 * ask. Any thread.
 */
final class SentenceModel implements AutoCloseable {

    static final String NAME = "all-minilm-l6-v2-q";

    private final Encoder encoder;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Null once closed. Calls hold the read lock, so that it is not freed under them. */
    @GuardedBy("lock")
    private @Nullable OrtSession session;

    private SentenceModel(Encoder encoder, OrtSession session) {
        this.encoder = encoder;
        this.session = session;
    }

    static SentenceModel load() throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = resource(NAME + ".onnx");
                InputStream tokenizer = resource(NAME + "-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new SentenceModel(
                    new Encoder(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN)), session);
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
            return encoder.embed(text).content().vector();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (session != null) {
                session.close();
                session = null;
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

    private static final class Encoder extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        Encoder(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}
