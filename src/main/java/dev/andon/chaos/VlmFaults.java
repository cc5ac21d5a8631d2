package dev.andon.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which the simulated model's server can fail, by name. */
final class VlmFaults {

    private VlmFaults() {}

    static List<String> names() {
        return List.copyOf(orders(1).keySet());
    }

    /** What the server has to be told. */
    static String order(String name, double share) {
        String order = orders(share).get(name);
        if (order == null) {
            throw new IllegalArgumentException("the simulated model knows no fault " + name + ", only " + names());
        }
        return order;
    }

    private static Map<String, String> orders(double share) {
        Map<String, String> orders = new LinkedHashMap<>();
        for (int status : new int[]{400, 401, 429, 500, 503}) {
            orders.put("status-" + status, "{\"fault\":\"status\",\"status\":" + status + ",\"share\":" + share + "}");
        }
        orders.put("hang", "{\"fault\":\"hang\",\"seconds\":60,\"share\":" + share + "}");
        orders.put("reset", "{\"fault\":\"reset\",\"share\":" + share + "}");
        orders.put("slow", "{\"fault\":\"slow\",\"seconds\":2,\"share\":" + share + "}");
        orders.put("saying", "{\"fault\":\"saying\",\"content\":\"\",\"share\":" + share + "}");
        return orders;
    }
}
