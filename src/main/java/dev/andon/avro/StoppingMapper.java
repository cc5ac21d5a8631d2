package dev.andon.avro;

import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.sampling.StoppingRule.Kind;
import org.jspecify.annotations.Nullable;

/** Stopping rules of recipes. A recipe that was written before there were any has none. */
final class StoppingMapper {

    private StoppingMapper() {}

    static StoppingRule toCore(String path, dev.andon.schema.Recipe from) throws MalformedRecordException {
        @Nullable
        Kind kind = Fields.optional(path + "stopping", Kind.class, from.getStopping());
        return switch (kind) {
            case LOSSLESS -> new StoppingRule.Lossless(Fields.present(path + "firstWave", from.getFirstWave()),
                    Fields.present(path + "nextWaves", from.getNextWaves()));
            case UNANIMOUS_WINDOW -> new StoppingRule.UnanimousWindow(
                    Fields.present(path + "firstWave", from.getFirstWave()),
                    Fields.present(path + "windowMaxScore", from.getWindowMaxScore()));
            case NONE -> new StoppingRule.AllSamples();
            case null -> new StoppingRule.AllSamples();
        };
    }

    static void write(dev.andon.schema.Recipe.Builder to, StoppingRule rule) {
        switch (rule) {
            case StoppingRule.AllSamples() -> to.setStopping(null);
            case StoppingRule.Lossless(int first, int next) -> to.setStopping(rule.kind().name()).setFirstWave(first)
                    .setNextWaves(next);
            case StoppingRule.UnanimousWindow(int window, double maxScore) -> to.setStopping(rule.kind().name())
                    .setFirstWave(window).setWindowMaxScore(maxScore);
        }
    }
}
