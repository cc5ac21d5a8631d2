package dev.andon.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.andon.ops.Condition.Level;

/** Conditions by name, asked for when somebody looks. Any thread, as far as the suppliers allow it. */
public final class Health {

    /**
     * What was seen at one look.
     *
     * @param status     the worst level
     * @param conditions in the order in which they were given
     */
    public record Report(Level status, Map<String, Condition> conditions) {

        boolean isDown() {
            return status == Level.DOWN;
        }
    }

    private final Map<String, Supplier<Condition>> suppliers;

    private Health(Map<String, Supplier<Condition>> suppliers) {
        this.suppliers = suppliers;
    }

    /** Nothing to look at: always up. */
    public static Health none() {
        return new Health(Map.of());
    }

    /**
     * This and one condition more.
     *
     * @param condition answers at once; one that throws is down
     */
    public Health with(String name, Supplier<Condition> condition) {
        Map<String, Supplier<Condition>> more = new LinkedHashMap<>(suppliers);
        more.put(name, condition);
        return new Health(more);
    }

    /** Asks for every condition. */
    public Report look() {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        suppliers.forEach((name, supplier) -> conditions.put(name, ask(supplier)));
        Level worst = conditions.values().stream().map(Condition::level).max(Level::compareTo).orElse(Level.UP);
        return new Report(worst, conditions);
    }

    private static Condition ask(Supplier<Condition> supplier) {
        try {
            return supplier.get();
        } catch (RuntimeException e) {
            return Condition.down(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
