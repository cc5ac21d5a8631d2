package dev.andon.chaos;

import java.util.List;

import dev.andon.demo.vlmserver.FaultCatalogue;

/** The ways in which the simulated model's server can fail, by name. */
final class VlmFaults {

    private VlmFaults() {}

    static List<String> names() {
        return List.copyOf(FaultCatalogue.orders(1).keySet());
    }

    /** What the server has to be told. */
    static String order(String name, double share) {
        String order = FaultCatalogue.orders(share).get(name);
        if (order == null) {
            throw new IllegalArgumentException("the simulated model knows no fault " + name + ", only " + names());
        }
        return order;
    }
}
