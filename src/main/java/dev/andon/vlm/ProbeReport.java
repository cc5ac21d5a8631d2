package dev.andon.vlm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a server was found to do, and what a frame costs there.
 *
 * @param server           its address
 * @param model            the model that was asked; empty where there was none
 * @param models           names of the models it lists; empty where it lists none
 * @param problem          why the probe ended early; null where it did not. The values below then say nothing
 * @param choices          several answers per request ({@code n})
 * @param seed             reproducible answers
 * @param jsonSchema       answers held to a schema
 * @param logprobs         token probabilities
 * @param latency          median of the single calls that were answered
 * @param promptTokens     mean per single call; 0 where the server does not say
 * @param completionTokens likewise
 * @param usable           single answers that could be read
 * @param asked            single answers that were asked for
 * @param samples          N, samples per frame of the estimate
 * @param concurrentCalls  calls at once of the estimate
 */
public record ProbeReport(
        String server,
        String model,
        List<String> models,
        @Nullable String problem,
        Finding choices,
        Finding seed,
        Finding jsonSchema,
        Finding logprobs,
        Duration latency,
        int promptTokens,
        int completionTokens,
        int usable,
        int asked,
        int samples,
        int concurrentCalls) {

    /** Whether a server does what it is asked. */
    public enum Support {
        HONOURED, IGNORED, REFUSED, UNCLEAR
    }

    /** What was found, and how it showed. */
    public record Finding(Support support, String detail) {

        static final Finding NOT_TRIED = new Finding(Support.UNCLEAR, "not tried");

        boolean honoured() {
            return support == Support.HONOURED;
        }

        @Override
        public String toString() {
            return support.name().toLowerCase(Locale.ROOT) + ": " + detail;
        }
    }

    public ProbeReport {
        models = List.copyOf(models);
    }

    /** A report of a probe that could not go on. */
    static ProbeReport ended(String server, String model, List<String> models, String problem) {
        return new ProbeReport(server, model, models, problem, Finding.NOT_TRIED, Finding.NOT_TRIED, Finding.NOT_TRIED,
                Finding.NOT_TRIED, Duration.ZERO, 0, 0, 0, 0, 0, 0);
    }

    /** Whether the server answered. */
    public boolean answered() {
        return problem == null;
    }

    /** The report for people, a fact per line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "server", server);
        add(lines, "models", models.isEmpty() ? "none listed" : String.join(", ", models));
        if (problem != null) {
            add(lines, "problem", problem);
            return lines;
        }
        add(lines, "asked", model);
        add(lines, "latency", latency.toMillis() + " ms (median of single calls)");
        add(lines, "tokens", promptTokens + " prompt, " + completionTokens + " completion per sample"
                + (promptTokens == 0 ? " (the server does not say)" : ""));
        add(lines, "usable", usable + " of " + asked + " answers in the asked form");
        add(lines, "n", choices.toString());
        add(lines, "seed", seed.toString());
        add(lines, "json_schema", jsonSchema.toString());
        add(lines, "logprobs", logprobs.toString());
        add(lines, "one frame", estimate());
        add(lines, "advice", advice());
        return lines;
    }

    /** Seconds for one frame if the server has nothing else to do and answers concurrent calls as fast as single ones. */
    private String estimate() {
        double seconds = latency.toMillis() / 1000.0;
        int rounds = Math.ceilDiv(samples, concurrentCalls);
        double perSecond = seconds == 0 ? 0 : concurrentCalls / (samples * seconds);
        return String.format(Locale.ROOT,
                "N = %d: %d calls, %d prompt and %d completion tokens, %.1f s alone, at most %.1f frames/s with %d calls at once",
                samples, samples, samples * promptTokens, samples * completionTokens, rounds * seconds, perSecond,
                concurrentCalls);
    }

    private String advice() {
        return "vlm.structuredOutput " + (jsonSchema.honoured() ? "JSON_SCHEMA" : "NONE") + ", vlm.choicesPerRequest "
                + (choices.honoured() ? "up to " + samples : "1");
    }

    private static void add(List<String> lines, String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-12s %s", name, value));
    }
}
