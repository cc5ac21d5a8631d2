package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.andon.config.EmbeddingConfig;
import dev.andon.config.Outcome;
import dev.andon.config.Problem;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.uncertainty.Measures;

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
        if (embedding.kind() == EmbeddingConfig.Kind.NONE) {
            problems.add(new Problem(key + "measure", recipe.measure(), "needs sentence vectors: set embedding.kind to"
                    + " in-process, or choose ngram-diversity", null));
        } else if (!knows(recipe.captionLanguage())) {
            problems.add(new Problem(key + "captionLanguage", recipe.captionLanguage(), "the in-process embedder knows"
                    + " English alone: ask for captions in en, or choose ngram-diversity", null));
        }
    }

    /** As the in-process embedder says of itself, without loading its model. */
    private static boolean knows(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }
}
