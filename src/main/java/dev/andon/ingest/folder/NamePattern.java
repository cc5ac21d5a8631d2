package dev.andon.ingest.folder;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What the names of files say of their images: a text with fields in braces, such as
 * <code>{unit}_{time:yyyyMMdd-HHmmss}_{*}</code>, that is matched with a name without its extension. Fields are
 * {@code unit}, {@code order}, {@code part}, {@code time} with its format, and {@code *} for what says nothing; each is at
 * least one character, and as few as possible. A pattern with slashes is matched with the path below the folder. Immutable.
 */
public final class NamePattern {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}:]*)(?::([^{}]*))?}");
    private static final Set<String> TEXTS = Set.of("unit", "order", "part");

    private final String text;
    private final Pattern names;
    private final @Nullable TimeField time;

    private NamePattern(String text, Pattern names, @Nullable TimeField time) {
        this.text = text;
        this.names = names;
        this.time = time;
    }

    /**
     * Reads a pattern.
     *
     * @param zone of the times in names
     * @throws IllegalArgumentException if it is none; the message says what to do
     */
    public static NamePattern of(String text, ZoneId zone) {
        StringBuilder names = new StringBuilder();
        @Nullable
        TimeField time = null;
        Matcher field = FIELD.matcher(text);
        int end = 0;
        while (field.find()) {
            String name = field.group(1);
            String format = field.group(2);
            names.append(literal(text.substring(end, field.start())));
            if (names.indexOf("(?<" + name + ">") >= 0) {
                throw new IllegalArgumentException(
                        "{" + name + "} stands there twice: use {*} for what says nothing new");
            }
            if (name.equals("time")) {
                time = time(format, zone);
                names.append("(?<time>").append(time.expression()).append(')');
            } else {
                names.append(expression(name, format));
            }
            end = field.end();
        }
        names.append(literal(text.substring(end)));
        return new NamePattern(text, Pattern.compile(names.toString()), time);
    }

    /**
     * What a name says.
     *
     * @param file relative to its folder
     * @return empty where it does not match
     */
    Optional<Particulars> read(Path file) {
        Matcher name = names.matcher(matched(file));
        if (!name.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        name.namedGroups().keySet().forEach(group -> found.put(group, name.group(group)));
        Optional<Instant> captured = time == null ? Optional.empty() : time.read(found.getOrDefault("time", ""));
        return time != null && captured.isEmpty()
                ? Optional.empty()
                : Optional.of(new Particulars(found.get("unit"), found.get("order"), found.get("part"),
                        captured.orElse(null)));
    }

    @Override
    public String toString() {
        return text;
    }

    private String matched(Path file) {
        String path = text.contains("/")
                ? file.toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.getFileName().toString();
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    private static String expression(String name, @Nullable String format) {
        if (format == null && name.equals("*")) {
            return ".+?";
        }
        if (format == null && TEXTS.contains(name)) {
            return "(?<" + name + ">[^/]+?)";
        }
        throw new IllegalArgumentException(
                "{" + name + (format == null ? "" : ":" + format) + "} is no field: use {unit},"
                        + " {order}, {part}, {time:yyyyMMdd-HHmmss} or {*}");
    }

    private static TimeField time(@Nullable String format, ZoneId zone) {
        if (format == null) {
            throw new IllegalArgumentException("{time} has no format: write for instance {time:yyyyMMdd-HHmmss}");
        }
        return new TimeField(format, zone);
    }

    private static String literal(String text) {
        if (text.contains("{") || text.contains("}")) {
            throw new IllegalArgumentException("a brace in '" + text + "' has no partner: fields look like {unit}");
        }
        return text.isEmpty() ? "" : Pattern.quote(text);
    }
}
