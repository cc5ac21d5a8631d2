package dev.andon.demo.vlmserver;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Orders for every way to fail that a simulated server knows, for programs that draw from them. */
public final class FaultCatalogue {

    /** An order that ends the fault in force. A {@code refused} server ends by itself, and takes no orders meanwhile. */
    public static final String NONE = "{\"fault\":\"none\"}";

    private static final int[] STATUSES = {400, 401, 403, 404, 408, 413, 422, 424, 425, 429, 500, 502, 503, 504, 529};
    private static final int[] STATUSES_WITH_PAUSE = {429, 503, 529};
    private static final int PAUSE_SECONDS = 2;
    private static final double HANG_SECONDS = 60;

    private FaultCatalogue() {}

    /**
     * A body for {@code POST /control} by the name of what it orders, in an order that does not change.
     *
     * @param share of the requests that it happens to, 0 to 1; {@code refused} befalls all of them for five seconds
     */
    public static Map<String, String> orders(double share) {
        Map<String, ObjectNode> orders = new LinkedHashMap<>();
        transfers(orders);
        statuses(orders);
        simple(orders);
        Map<String, String> texts = new LinkedHashMap<>();
        orders.forEach((name, order) -> texts.put(name, order.put("share", share).toString()));
        return texts;
    }

    private static void transfers(Map<String, ObjectNode> orders) {
        orders.put("refused", order("refused").put("seconds", 5));
        orders.put("reset", order("reset"));
        orders.put("reset-after-headers", order("reset").put("at", "headers"));
        orders.put("reset-in-body", order("reset").put("at", "body"));
        orders.put("hang", order("hang").put("seconds", HANG_SECONDS));
        orders.put("hang-after-headers", order("hang").put("at", "headers").put("seconds", HANG_SECONDS));
        orders.put("hang-in-body", order("hang").put("at", "body").put("seconds", HANG_SECONDS));
        orders.put("slow", order("slow").put("seconds", 2));
        orders.put("drip", order("drip").put("seconds", HANG_SECONDS));
    }

    private static void statuses(Map<String, ObjectNode> orders) {
        for (int status : STATUSES) {
            orders.put("status-" + status, status(status));
        }
        for (int status : STATUSES_WITH_PAUSE) {
            orders.put("status-" + status + "-seconds", status(status).put("retryAfter", PAUSE_SECONDS));
            orders.put("status-" + status + "-date",
                    status(status).put("retryAfter", PAUSE_SECONDS).put("asDate", true));
        }
    }

    /** The kinds that need no fields. */
    private static void simple(Map<String, ObjectNode> orders) {
        FaultKinds.all().forEach((name, fields) -> {
            if (fields.isEmpty()) {
                orders.put(name, order(name));
            }
        });
        orders.put("huge", order("huge").put("megabytes", 100));
    }

    private static ObjectNode status(int status) {
        return order("status").put("status", status);
    }

    private static ObjectNode order(String fault) {
        return JsonNodeFactory.instance.objectNode().put("fault", fault);
    }
}
