package dev.andon.topology.state;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Looks for numbers in state that nothing can be reckoned with. Pure functions. */
final class FiniteNumbers {

    private FiniteNumbers() {}

    /**
     * Looks at a record and those within it.
     *
     * @throws IllegalArgumentException if one of its numbers is infinite, or none
     */
    static void check(IndexedRecord stored) {
        for (Schema.Field field : stored.getSchema().getFields()) {
            switch (stored.get(field.pos())) {
                case IndexedRecord inner -> check(inner);
                case Double number when !Double.isFinite(number) -> throw new IllegalArgumentException(
                        field.name() + " is " + number);
                case null, default -> {
                }
            }
        }
    }
}
