package dev.andon.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What was measured, as JSON, with the machine and the command. One thread. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode results;

    public Report(String command, Machine machine) {
        root.put("command", command).put("startedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        root.putObject("machine").put("cores", machine.cores()).put("processor", machine.processor())
                .put("java", machine.java()).put("loadBefore", machine.load());
        results = root.putArray("results");
    }

    /** A new result, to be filled in. */
    public ObjectNode result() {
        return results.addObject();
    }

    /** A spread as an object of numbers. */
    public static ObjectNode json(Spread spread) {
        return JsonNodeFactory.instance.objectNode().put("median", spread.median()).put("least", spread.least())
                .put("most", spread.most()).put("count", spread.count());
    }

    /** Writes everything, unless nobody wants it. */
    public void write(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.writeString(file, JSON.writeValueAsString(root) + System.lineSeparator());
        }
    }
}
