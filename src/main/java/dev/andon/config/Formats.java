package dev.andon.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.andon.core.uncertainty.Languages;

/** The forms in which values are written. */
public final class Formats {

    static final Format<String> TEXT = new Format<>("text", Optional::of);

    static final Format<String> WORD = TEXT.with("that is not blank", text -> !text.isBlank());

    static final Format<Integer> INTEGER = new Format<>("a whole number", tried(Integer::valueOf));

    static final Format<Long> LONG = new Format<>("a whole number", tried(Long::valueOf));

    static final Format<Double> DECIMAL = new Format<>("a number", tried(Double::valueOf).andThen(number -> number
            .filter(Double::isFinite)));

    static final Format<Boolean> FLAG = new Format<>("true or false", Formats::flag);

    static final Format<Path> PATH = new Format<>("a path", tried(Path::of));

    static final Format<URI> HTTP = new Format<>("an absolute URL such as http://127.0.0.1:8000/v1", Formats::http);

    static final Format<String> HOST = new Format<>("a server such as cameras.example.org or 10.1.2.3:8080",
            Formats::host);

    static final Format<String> LANGUAGE = new Format<>("a language tag such as en or pt-BR",
            text -> Optional.of(text).filter(Languages::isTag));

    public static final Format<Duration> DURATION = new Format<>("a duration such as 200ms, 30s, 5m or 7d",
            Formats::duration);

    static final Format<DataSize> SIZE = new Format<>("a size such as 256KB, 20MB or 1GB", Formats::size);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
    /** A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port. */
    private static final Pattern SERVER = Pattern
            .compile("([\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?|\\[[0-9A-Fa-f:.]+])(:(\\d{1,5}))?");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d",
            86_400_000L);
    private static final Map<String, Long> BYTES = Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB",
            1L << 30);

    private Formats() {}

    /** One of the constants of an enumeration; case and hyphens do not matter. */
    static <E extends Enum<E>> Format<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return new Format<>("one of " + names, text -> {
            String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(constants).filter(constant -> constant.name().equals(wanted)).findFirst();
        });
    }

    private static <T> Function<String, Optional<T>> tried(Function<String, T> parser) {
        return text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (NumberFormatException | InvalidPathException e) {
                return Optional.empty();
            }
        };
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<URI> http(String text) {
        try {
            URI uri = URI.create(text);
            boolean scheme = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean port = uri.getPort() == -1 || isPort(uri.getPort());
            return scheme && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String text) {
        Matcher matcher = SERVER.matcher(text);
        return matcher.matches() && (matcher.group(4) == null || isPort(Integer.parseInt(matcher.group(4))))
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65_535;
    }

    private static Optional<Duration> duration(String text) {
        return amount(text, MILLIS, unit -> unit.toLowerCase(Locale.ROOT)).map(Duration::ofMillis);
    }

    private static Optional<DataSize> size(String text) {
        return amount(text, BYTES, unit -> unit.toUpperCase(Locale.ROOT)).map(DataSize::new);
    }

    private static Optional<Long> amount(String text, Map<String, Long> units, Function<String, String> spelling) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Long unit = units.get(spelling.apply(matcher.group(2)));
        long number = Long.parseLong(matcher.group(1));
        return unit == null || number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
    }
}
