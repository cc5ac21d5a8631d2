package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.http.Exchange.Response;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a server asks for: {@code retry-after-ms}, {@code Retry-After} in seconds or as a date (RFC 9110,
 * 10.2.3), or words in the body of a 429 ({@code retry in 12.5s}, {@code "retryDelay": "12s"}).
 */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern WORDS = Pattern.compile(
            "retry(?:Delay\"\\s*:\\s*\"| in )([0-9]{1,6}(\\.[0-9]{1,9})?)\\s?s",
            Pattern.CASE_INSENSITIVE);

    private RetryAfter() {}

    /** The pause from {@code now} on, at least zero; null where the server asks for none. */
    static @Nullable Duration of(Response response, Instant now) {
        Optional<Duration> millis = amount(response.headers().get("retry-after-ms"), 1e-3);
        if (millis.isPresent()) {
            return millis.get();
        }
        String header = response.headers().get(RetryHeader.NAME);
        return amount(header, 1).or(() -> date(header, now)).or(() -> words(response)).orElse(null);
    }

    private static Optional<Duration> amount(@Nullable String text, double seconds) {
        if (text == null || !SECONDS.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(text.strip()) * seconds * 1e9)));
    }

    private static Optional<Duration> date(@Nullable String text, Instant now) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> words(Response response) {
        Matcher matcher = WORDS.matcher(response.body());
        return response.status() == 429 && matcher.find() ? amount(matcher.group(1), 1) : Optional.empty();
    }
}
