package dev.andon.demo.vlmserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /control}: lists the faults, and takes orders for them. Any thread. */
final class Control {

    private final Faults faults;

    Control(Faults faults) {
        this.faults = faults;
    }

    /** What can be ordered: the kinds with their fields, and sample orders. */
    static ObjectNode listing() {
        ObjectNode listing = JsonNodeFactory.instance.objectNode();
        ObjectNode kinds = listing.putObject("faults").put("none", "");
        FaultKinds.all().forEach(kinds::put);
        listing.put("everyOrder", "share of the requests from 0 to 1 (1), times in all or -1 without end (-1)");
        ObjectNode samples = listing.putObject("samples");
        FaultCatalogue.orders(1).forEach(samples::put);
        return listing;
    }

    /** Puts an order in force, in place of the one before; {@code answer} is what the client is told. */
    Outcome order(JsonNode json, Outcome.Answered answer) {
        try {
            FaultOrder order = FaultOrder.read(json);
            if (order.fault() instanceof Fault.Refused(var time)) {
                faults.set(FaultOrder.NONE);
                return new Outcome.LastWord(answer, time);
            }
            faults.set(order);
            return answer;
        } catch (IllegalArgumentException e) {
            return Outcome.refused(ApiError.invalid("fault", String.valueOf(e.getMessage())));
        }
    }
}
