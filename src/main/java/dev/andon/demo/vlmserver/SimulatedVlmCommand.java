package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code andon simulated-vlm}: runs until it is ended. Its own main class, too, for use as a child process. */
@Command(name = "simulated-vlm", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Serves a SIMULATED vision-language model over the OpenAI protocol on 127.0.0.1.",
    "It knows the parts that the demo draws and nothing else. Its embeddings (" + ModelCard.EMBEDDINGS
            + ") are real. The first line of output is the port."})
public final class SimulatedVlmCommand implements Callable<Integer> {

    /** Name of the one model that the server has. */
    public static final String MODEL = ModelCard.ID;

    @Option(names = "--port", defaultValue = "0", description = "Port; 0 for a free one.")
    private int port;

    @Option(names = "--slots", defaultValue = "16", description = "Choices generated at once.")
    private int slots;

    @Option(names = "--queue", defaultValue = "256", description = "Choices that may wait; more get 429.")
    private int queue;

    @Option(names = "--latency", defaultValue = "50", description = "Milliseconds of a call in service.")
    private long latency;

    @Option(names = "--latency-spread", defaultValue = "0.25", description = "Share by which the latency varies to either side.")
    private double latencySpread;

    @Option(names = "--max-n", defaultValue = "8", description = "Greatest n of a request; more get 400.")
    private int maxChoices;

    @Option(names = "--max-body", defaultValue = "33554432", description = "Bytes of a request; more get 413.")
    private int maxBody;

    @Option(names = "--api-key-env", description = "Environment variable with a key that clients have to send.")
    private @Nullable String apiKeyVariable;

    @Option(names = "--seed", description = "Makes latencies and answers without a seed repeatable.")
    private @Nullable Long seed;

    @Option(names = "--faults", arity = "0..1", fallbackValue = "{}", description = "Opens /control: GET lists the faults, POST orders one; optionally the first one as JSON, for instance "
            + "'{\"fault\": \"status\", \"status\": 503, \"share\": 0.1}'.")
    private @Nullable String faults;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatedVlmCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Random random = seed == null ? new Random() : new Random(seed);
        FaultOrder order = faults == null ? FaultOrder.NONE : FaultOrder.read(new ObjectMapper().readTree(faults));
        try (SimulatedVlmServer server = SimulatedVlmServer.start(options(), new PixelModel(), random, order)) {
            System.out.println(server.port());
            System.err.println("SIMULATED vision-language model '" + ModelCard.ID + "' at " + server.baseUrl());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private ServerOptions options() {
        return new ServerOptions(port, slots, queue, Duration.ofMillis(latency), latencySpread, maxChoices, maxBody,
                apiKeyVariable == null ? null : System.getenv(apiKeyVariable), faults != null);
    }
}
