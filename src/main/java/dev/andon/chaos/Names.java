package dev.andon.chaos;

import java.util.Locale;

/** Names of constants as people write them. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
