package dev.andon.config;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The known keys: the components of {@link AndonConfig} and of the records below it, as dotted paths. */
final class Keys {

    private static final Set<Class<?>> VALUES = Set.of(DataSize.class, Secret.class);

    /** Every key that holds a value. */
    static final Set<String> ALL;

    /** Every key whose value is a map that is passed through: anything may stand below it. */
    static final Set<String> OPEN;

    static {
        Set<String> all = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        collect("", AndonConfig.class, all, open);
        ALL = Set.copyOf(all);
        OPEN = Set.copyOf(open);
    }

    private Keys() {}

    /** The open key that {@code key} is below of. */
    static Optional<String> openAbove(String key) {
        return OPEN.stream().filter(open -> key.startsWith(open + ".")).findFirst();
    }

    static boolean known(String key) {
        return ALL.contains(key) || openAbove(key).isPresent();
    }

    /** Whether other keys stand below it. */
    static boolean isSection(String key) {
        return OPEN.contains(key) || ALL.stream().anyMatch(other -> other.startsWith(key + "."));
    }

    /** The environment variable of a key: {@code vlm.baseUrl} is {@code ANDON_VLM_BASE_URL}. */
    static String variable(String key) {
        return "ANDON_" + key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void collect(String path, Class<?> type, Set<String> all, Set<String> open) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
            if (component.getType().isRecord() && !VALUES.contains(component.getType())) {
                collect(key, component.getType(), all, open);
            } else if (component.getType() == Map.class) {
                open.add(key);
            } else {
                all.add(key);
            }
        }
    }
}
