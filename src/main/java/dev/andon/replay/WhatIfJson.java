package dev.andon.replay;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Variants and what comes of them as JSON. Pure functions. */
public final class WhatIfJson {

    private WhatIfJson() {}

    /**
     * All cells of all variants.
     *
     * @param unseen frames of which nothing can be told, by why
     */
    public static ObjectNode of(List<WhatIf.Row> rows, Map<String, Long> unseen) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode reasons = json.putObject("unseen");
        unseen.forEach(reasons::put);
        ArrayNode variants = json.putArray("variants");
        rows.forEach(row -> put(variants.addObject(), row));
        return json;
    }

    private static void put(ObjectNode json, WhatIf.Row row) {
        json.put("name", row.variant().name()).put("measure", row.variant().measure())
                .put("samples", row.variant().samples()).put("stopping", row.variant().stopping().kind().name())
                .put("frames", row.frames()).put("uncovered", row.uncovered());
        ArrayNode cells = json.putArray("cells");
        row.cells().forEach(cell -> put(cells.addObject(), cell));
    }

    private static void put(ObjectNode json, Cell cell) {
        json.put("threshold", cell.threshold()).put("held", cell.held()).put("toAccepted", cell.toAccepted())
                .put("toHeld", cell.toHeld()).put("calls", cell.calls()).put("mostPerHour", cell.mostPerHour());
        ComparisonJson.put(json, cell.errors());
        ComparisonJson.put(json, "cost", cell.cost());
    }
}
