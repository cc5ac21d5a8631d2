package dev.andon.vlm;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import dev.andon.config.VlmConfig;
import dev.andon.http.Ambience;
import dev.andon.http.CallResult;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Exchange;
import dev.andon.http.PatientCaller;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

/** Finds out what servers support, each by some ten requests about a small drawn picture. One probe, one thread. */
public final class VlmProbe {

    private static final long SEED = 11;
    private static final List<Long> OTHER_SEEDS = List.of(12L, 13L, 14L);

    private final VlmConfig config;
    private final PatientCaller<Completion> caller;
    private final Ambience ambience;

    private VlmProbe(VlmConfig config, PatientCaller<Completion> caller, Ambience ambience) {
        this.config = config;
        this.caller = caller;
        this.ambience = ambience;
    }

    /**
     * Asks each of the configured servers.
     *
     * @param model the model to ask; null for the first that the first server lists
     * @param n     samples per frame of the estimate, at least 1
     * @return a report per server, in the order of the configuration
     * @throws IllegalArgumentException if an address is none of HTTP, or the key cannot be read
     * @throws InterruptedException     if the calling thread is interrupted
     */
    public static List<ProbeReport> probe(VlmConfig config, @Nullable String model, int n)
            throws InterruptedException {
        return probe(config, model, n, Ambience.real());
    }

    static List<ProbeReport> probe(VlmConfig config, @Nullable String model, int n, Ambience ambience)
            throws InterruptedException {
        List<ProbeReport> reports = new ArrayList<>();
        String wanted = model;
        Recorder recorder = new Recorder(new SimpleMeterRegistry());
        for (URI address : config.addresses()) {
            try (PatientCaller<Completion> caller = ChatService.caller(List.of(address), config, ambience, recorder)) {
                ProbeReport report = new VlmProbe(config, caller, ambience).report(wanted, n);
                reports.add(report);
                wanted = wanted == null && report.answered() ? report.model() : wanted;
            }
        }
        return reports;
    }

    private ProbeReport report(@Nullable String wanted, int n) throws InterruptedException {
        List<String> models = ModelList.of(theOnly(caller.get(ModelList.PATH, config.callTimeout())));
        if (wanted == null && models.isEmpty()) {
            return ProbeReport.ended(caller.toString(), "", models,
                    "the server lists no models: name one, and check its address (up to and with /v1) and the key");
        }
        String model = wanted == null ? models.getFirst() : wanted;
        if (config.addresses().size() > 1 && !models.isEmpty() && !models.contains(model)) {
            return ProbeReport.ended(caller.toString(), model, models, "the server does not list the model " + model
                    + ": every server of vlm.endpoints has to serve it under this name");
        }
        ProbeChats chats = new ProbeChats(model, ProbeImage.png());
        List<Answered<Completion>> singles = new ArrayList<>();
        for (long seed : seeds()) {
            switch (call(chats.plain(seed))) {
                case Answered<Completion> answered -> singles.add(answered);
                case GaveUp<Completion> gaveUp -> {
                    return ProbeReport.ended(caller.toString(), model, models, gaveUp.failure().detail());
                }
            }
        }
        return report(chats, models, singles, n);
    }

    private static Exchange theOnly(Map<String, Exchange> exchanges) {
        return exchanges.values().iterator().next();
    }

    private static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>(List.of(SEED, SEED));
        seeds.addAll(OTHER_SEEDS);
        return seeds;
    }

    private ProbeReport report(ProbeChats chats, List<String> models, List<Answered<Completion>> singles, int n)
            throws InterruptedException {
        int choices = Math.max(2, n);
        List<String> texts = singles.stream().map(VlmProbe::text).toList();
        return new ProbeReport(caller.toString(), chats.model(), models, null,
                ProbeFindings.choices(call(chats.several(choices)), choices),
                ProbeFindings.seed(texts.get(0), texts.get(1), texts.subList(2, texts.size())),
                ProbeFindings.schema(call(chats.withSchemaAlone())),
                ProbeFindings.logprobs(call(chats.withLogprobs())),
                singles.stream().map(Answered::latency).sorted().toList().get(singles.size() / 2),
                mean(singles, Completion::promptTokens), mean(singles, Completion::completionTokens),
                (int) singles.stream().filter(ProbeFindings::usable).count(), singles.size(), n,
                config.maxConcurrentCalls());
    }

    private CallResult<Completion> call(Chat chat) throws InterruptedException {
        Duration limit = config.callTimeout().multipliedBy(config.retry().attempts());
        return caller.call(ProbeChats.SUBJECT, RequestWriter.write(chat), ambience.clock().instant().plus(limit));
    }

    private static String text(Answered<Completion> answered) {
        return answered.answer().choices().stream().map(choice -> choice.content() + choice.reasoning()).findFirst()
                .orElse("");
    }

    private static int mean(List<Answered<Completion>> singles, ToIntFunction<Completion> tokens) {
        double mean = singles.stream().map(Answered::answer).mapToInt(tokens).average().orElse(0);
        return Math.toIntExact(Math.round(mean));
    }
}
