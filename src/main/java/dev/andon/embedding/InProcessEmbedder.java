package dev.andon.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.core.uncertainty.Languages;

/**
 * Embeds sentences in this process: all-MiniLM-L6-v2, quantised to 8 bits, 384 dimensions, unit length. Knows English
 * alone. Needs no network and leaves no files.
 *
 * <p>Of a text only the first {@value #MAX_TOKENS} word pieces count, two of which are marks: about 90 English words. A
 * caption is one sentence, which is well below.
 *
 * <p>Any thread; a text gives the same vector, bit for bit, on every thread and in every instance on one kind of CPU.
 * Each call computes on the calling thread alone, which for a sentence takes milliseconds: callers in parallel bring
 * more than one call on several cores.
 */
public final class InProcessEmbedder implements Embedder, AutoCloseable {

    /** What it knows. */
    public static final List<String> LANGUAGES = List.of("en");

    /** Of the tokenizer that comes with the model. */
    static final int MAX_TOKENS = 128;

    private final SentenceModel model;

    private InProcessEmbedder(SentenceModel model) {
        this.model = model;
    }

    /** Loads the model; natives are unpacked below the temporary directory of this process while loading. */
    public static InProcessEmbedder load() throws IOException {
        return load(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Loads the model, which takes about half a second.
     *
     * @param scratch a directory that programs may be run from; natives are unpacked below it and deleted again as
     *                soon as they are loaded, where the operating system allows it, else at exit
     * @throws IOException if {@code scratch} cannot be written, or this platform is none of those of the model's runtime
     */
    public static InProcessEmbedder load(Path scratch) throws IOException {
        return new InProcessEmbedder(Natives.whileUnpacked(scratch, SentenceModel::load));
    }

    @Override
    public String name() {
        return SentenceModel.NAME;
    }

    @Override
    public boolean knows(String language) {
        return Languages.name(LANGUAGES, language);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this embedder is closed
     */
    @Override
    public Embeddings embed(List<String> texts, Instant deadline) {
        Texts.refuseBlank(texts);
        return new Embeddings.Vectors(texts.stream().map(model::embed).toList());
    }

    /** Frees the model; waits for calls under way. */
    @Override
    public void close() {
        model.close();
    }
}
