package dev.andon.vlm;

import java.net.URI;
import java.util.List;

import dev.andon.config.VlmConfig;
import dev.andon.http.Ambience;
import dev.andon.http.CallMetrics;
import dev.andon.http.PatientCaller;
import dev.andon.http.ServerSettings;
import dev.andon.http.Service;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;

/** Chat completions at the configured servers. */
final class ChatService {

    /** A response beyond this many bytes is not read: answers have some hundred. */
    static final long MAX_BODY = 1L << 20;

    static final Service SERVICE = new Service("chat/completions", "vlm", "the model's server",
            "chat completion", "the recipe's model",
            "check vlm.structuredOutput, vlm.choicesPerRequest and the recipe; `andon vlm probe` finds out what the"
                    + " server takes",
            "send smaller images, or raise the server's limit", MAX_BODY, true);

    private static final CallMetrics METRICS = new CallMetrics(MetricNames.VLM_CALLS, MetricNames.VLM_RETRIES,
            MetricNames.VLM_LATENCY, MetricNames.VLM_SENT, MetricNames.VLM_CALLS_ACTIVE, MetricNames.VLM_CALLS_LIMIT,
            MetricNames.VLM_CALLS_WAITING, MetricNames.VLM_BREAKER);

    private ChatService() {}

    /** A caller of some of the configured servers. */
    static PatientCaller<Completion> caller(List<URI> addresses, VlmConfig config, Ambience ambience,
            Recorder recorder) {
        return new PatientCaller<>(
                addresses.stream().map(address -> ServerSettings.of(SERVICE, config, address)).toList(),
                line -> config.weightOf(line.value()),
                ResponseReader::read, METRICS, ambience, recorder);
    }
}
