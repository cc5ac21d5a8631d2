package dev.andon.demo.vlmserver;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.demo.vlmserver.Speech.Habit;
import dev.andon.demo.vlmserver.Transfer.Stage;

/** The names under which faults are ordered, with their fields and what these are where an order leaves them out. */
final class FaultKinds {

    private static final double HANG_SECONDS = 3600;
    private static final long MEGABYTE = 1_000_000;
    private static final Map<String, Kind> KINDS = kinds();

    private FaultKinds() {}

    /**
     * One kind.
     *
     * @param fields that an order may have besides its general ones
     */
    private record Kind(List<String> fields, Function<JsonNode, Fault> reader) {}

    /** Every name with its fields, for people. */
    static Map<String, String> all() {
        return KINDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> String.join(", ", entry.getValue().fields()), (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * The fault of an order.
     *
     * @param general fields that every order may have
     * @throws IllegalArgumentException if there is no such fault, or a field is unknown or out of bounds
     */
    static Fault read(JsonNode order, List<String> general) {
        Kind kind = KINDS.get(order.path("fault").asText());
        if (kind == null) {
            throw new IllegalArgumentException("fault must be one of none, " + String.join(", ", KINDS.keySet())
                    + ", not " + order.path("fault"));
        }
        order.fieldNames().forEachRemaining(field -> {
            if (!kind.fields().contains(field) && !general.contains(field)) {
                throw new IllegalArgumentException("'" + field + "' is no field of the fault "
                        + order.path("fault").asText() + ": use " + general + " or " + kind.fields());
            }
        });
        return kind.reader().apply(order);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        transfers(kinds);
        errors(kinds);
        garbage(kinds);
        speech(kinds);
        return kinds;
    }

    private static void transfers(Map<String, Kind> kinds) {
        kinds.put("refused", new Kind(List.of("seconds"), json -> new Fault.Refused(seconds(json, 5))));
        kinds.put("reset", new Kind(List.of("at"), json -> new Transfer.Reset(stage(json))));
        kinds.put("hang", new Kind(List.of("at", "seconds"),
                json -> new Transfer.Hang(stage(json), seconds(json, HANG_SECONDS))));
        kinds.put("slow", new Kind(List.of("seconds"), json -> new Transfer.Slow(seconds(json, 1))));
        kinds.put("drip", new Kind(List.of("seconds"), json -> new Transfer.Drip(seconds(json, 60))));
    }

    private static void errors(Map<String, Kind> kinds) {
        kinds.put("status", new Kind(List.of("status", "retryAfter", "asDate"), FaultKinds::status));
        kinds.put("quota", fixed(new Fault.Failing(ApiError.spent(), null)));
    }

    private static void garbage(Map<String, Kind> kinds) {
        kinds.put("html", fixed(new Garbage.Html()));
        kinds.put("truncated-json", fixed(new Garbage.Truncated()));
        kinds.put("invalid-utf8", fixed(new Garbage.BrokenText()));
        kinds.put("huge", new Kind(List.of("megabytes"),
                json -> new Garbage.Huge(json.path("megabytes").asLong(100) * MEGABYTE)));
    }

    private static void speech(Map<String, Kind> kinds) {
        kinds.put("no-choices", fixed(new Speech.NoChoices()));
        kinds.put("fewer-choices", fixed(new Speech.FewerChoices()));
        kinds.put("identical", fixed(new Speech.Identical()));
        for (Habit habit : Habit.values()) {
            kinds.put(habit.name().toLowerCase(Locale.ROOT).replace('_', '-'), fixed(habit));
        }
        kinds.put("saying", new Kind(List.of("content", "reasoning"),
                json -> new Speech.Saying(json.path("content").asText(""), json.path("reasoning").textValue())));
    }

    private static Kind fixed(Fault fault) {
        return new Kind(List.of(), json -> fault);
    }

    private static Fault status(JsonNode json) {
        int status = json.path("status").asInt(503);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599, not " + json.path("status"));
        }
        JsonNode pause = json.path("retryAfter");
        return new Fault.Failing(ApiError.injected(status),
                pause.isInt() ? new Fault.Pause(pause.asInt(), json.path("asDate").asBoolean()) : null);
    }

    private static Stage stage(JsonNode json) {
        String wanted = json.path("at").asText("start").toUpperCase(Locale.ROOT);
        return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "at must be one of start, headers, body, not " + json.path("at")));
    }

    private static Duration seconds(JsonNode json, double otherwise) {
        return Duration.ofMillis(Math.round(1000 * json.path("seconds").asDouble(otherwise)));
    }
}
