package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;

import dev.andon.config.EmbeddingConfig;
import dev.andon.config.Outcome;
import dev.andon.config.Problem;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.uncertainty.Languages;
import dev.andon.core.uncertainty.Measures;
import dev.andon.embedding.InProcessEmbedder;

/** Whether the configured embedder serves the recipes: their measures, and the language of their captions. */
final class EmbedderCheck {

    private EmbedderCheck() {}

    /** The policies, unless one of them needs what the embedder cannot do. */
    static Outcome<List<LinePolicy>> check(Outcome<List<LinePolicy>> policies, EmbeddingConfig embedding) {
        if (!(policies instanceof Outcome.Valid<List<LinePolicy>>(List<LinePolicy> valid))) {
            return policies;
        }
        List<Problem> problems = new ArrayList<>();
        for (LinePolicy policy : valid) {
            policy.recipes().stream().filter(recipe -> Measures.needsEmbedder(recipe.measure()))
                    .forEach(recipe -> check(policy, recipe, embedding, problems));
        }
        return problems.isEmpty() ? policies : new Outcome.Invalid<>(problems);
    }

    private static void check(LinePolicy policy, Recipe recipe, EmbeddingConfig embedding, List<Problem> problems) {
        String key = policy.line() + ".recipes[" + recipe.id() + "].";
        switch (embedding.kind()) {
            case NONE -> problems.add(new Problem(key + "measure", recipe.measure(), "needs sentence vectors: set"
                    + " embedding.kind to in-process or endpoint, or choose ngram-diversity", null));
            case IN_PROCESS -> checkLanguage(key, recipe, InProcessEmbedder.LANGUAGES, "the in-process embedder knows"
                    + " English alone: ask for captions in en, use an embeddings endpoint, or choose ngram-diversity",
                    problems);
            case ENDPOINT -> checkLanguage(key, recipe, embedding.languages(), "is not among embedding.languages, "
                    + String.join(", ", embedding.languages()) + ": ask for captions in one of them, name it there if "
                    + embedding.model() + " knows it, or choose ngram-diversity", problems);
        }
    }

    private static void checkLanguage(String key, Recipe recipe, List<String> known, String fix,
            List<Problem> problems) {
        if (!Languages.name(known, recipe.captionLanguage())) {
            problems.add(new Problem(key + "captionLanguage", recipe.captionLanguage(), fix, null));
        }
    }
}
