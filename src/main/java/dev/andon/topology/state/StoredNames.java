package dev.andon.topology.state;

/** Names of constants in state. Pure functions. */
final class StoredNames {

    private StoredNames() {}

    /**
     * The constant of a name.
     *
     * @throws UnusableStateException if this version does not know it
     */
    static <E extends Enum<E>> E of(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new UnusableStateException("the state directory or its changelog names " + name + " as "
                    + type.getSimpleName() + ", which this version does not know: start the version that wrote it, or a"
                    + " newer one", e);
        }
    }
}
