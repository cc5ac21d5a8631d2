package dev.andon.bench.embedding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Spread;
import dev.andon.bench.report.Table;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.embedding.InProcessEmbedder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code andon bench embeddings}. All ways take turns within each round, so that a machine with other work treats them
 * alike; the first round warms up. Processor time is measured, not time: a core that others use as well costs nothing.
 */
@Command(name = "embeddings", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "What it costs to embed captions of 8 to 24 words, one by one or several at once, and what that does to the "
            + "vectors."})
public final class EmbeddingsCommand implements Callable<Integer> {

    private static final int FRAME = 5;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        Report report = options.begin("embeddings");
        try (InProcessEmbedder ours = InProcessEmbedder.load(); Batches batches = new Batches()) {
            EmbeddingModel library = new AllMiniLmL6V2QuantizedEmbeddingModel();
            List<String> texts = Captions.of(100, 1);
            List<Way> ways = List.of(
                    new Way("library, one by one", 1,
                            each -> List.of(library.embed(each.getFirst()).content().vector())),
                    new Way("andon, one by one", FRAME, each -> vectors(ours, each)),
                    new Way("batches of 5", FRAME, batches::embed),
                    new Way("batches of 10", 2 * FRAME, batches::embed));
            showCosts(costs(ways, texts), texts.size(), report);
            showLikeness(ways, batches, Captions.of(500, 1), report);
        }
        options.write(report);
        return 0;
    }

    private static List<float[]> vectors(InProcessEmbedder embedder, List<String> texts) {
        return switch (embedder.embed(texts, Instant.MAX)) {
            case Embeddings.Vectors(List<float[]> each) -> each;
            case Embeddings.Unavailable(String detail) -> throw new IllegalStateException(detail);
        };
    }

    private Map<Way, List<Way.Cost>> costs(List<Way> ways, List<String> texts) throws Exception {
        int rounds = options.quick() ? 5 : 15;
        Map<Way, List<Way.Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Way way : ways) {
                Way.Cost cost = way.cost(texts);
                if (round > 0) {
                    costs.computeIfAbsent(way, key -> new ArrayList<>()).add(cost);
                }
            }
        }
        return costs;
    }

    private static void showCosts(Map<Way, List<Way.Cost>> costs, int captions, Report report) {
        Table table = new Table("way", "CPU ms/caption, thread", "process", "captions/CPU s");
        costs.forEach((way, all) -> {
            Spread thread = spread(all.stream().map(Way.Cost::thread).toList(), captions);
            Spread process = spread(all.stream().map(Way.Cost::process).toList(), captions);
            table.row(way.title(), thread.text(2), process.text(2),
                    String.format(Locale.ROOT, "%.0f", 1000 / process.median()));
            var result = report.result().put("way", way.title());
            result.set("threadMillisPerCaption", Report.json(thread));
            result.set("processMillisPerCaption", Report.json(process));
        });
        System.out.printf(Locale.ROOT, "%nmedian [least, most] of the rounds:%n%s", table);
    }

    private static Spread spread(List<Duration> costs, int captions) {
        return Spread.of(costs.stream().map(cost -> cost.toNanos() / 1e6).toList()).over(captions);
    }

    /** Compares every way with the first, the library, and batches of texts of equal length, which need no filling up. */
    private static void showLikeness(List<Way> ways, Batches batches, List<String> texts, Report report)
            throws Exception {
        Way library = ways.getFirst();
        Table table = new Table("way", "vectors as alone", "least cosine", "caption-diversity off by");
        for (Way way : ways.subList(1, ways.size())) {
            show(way.title(), Likeness.of(way.embed(texts), library.embed(texts)), table, report);
        }
        List<String> sorted = equalLengths(batches, texts);
        Likeness equal = Likeness.of(new Way("", FRAME, batches::embed).embed(sorted), library.embed(sorted));
        show("batches of 5, equal lengths", equal, table, report);
        System.out.printf(Locale.ROOT, "%nagainst the library, one by one:%n%s", table);
    }

    /** Five each of the same number of tokens, the rest left out. */
    private static List<String> equalLengths(Batches batches, List<String> texts) {
        Map<Integer, List<String>> byLength = new LinkedHashMap<>();
        texts.stream().sorted(Comparator.comparingInt(batches::tokens))
                .forEach(text -> byLength.computeIfAbsent(batches.tokens(text), key -> new ArrayList<>()).add(text));
        return byLength.values().stream().flatMap(all -> all.subList(0, all.size() / FRAME * FRAME).stream()).toList();
    }

    private static void show(String title, Likeness likeness, Table table, Report report) {
        table.row(title, likeness.same() + " of " + likeness.count(),
                String.format(Locale.ROOT, "%.6f", likeness.leastCosine()),
                String.format(Locale.ROOT, "%.4f", likeness.diversity()));
        report.result().put("way", title).put("same", likeness.same()).put("of", likeness.count())
                .put("leastCosine", likeness.leastCosine()).put("captionDiversityOffBy", likeness.diversity());
    }
}
