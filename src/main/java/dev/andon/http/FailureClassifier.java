package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

import dev.andon.http.Exchange.Response;
import dev.andon.http.Failure.Cause;
import org.jspecify.annotations.Nullable;

/** Says of a response without an answer what kind of failure it is, whether to repeat, and what to do. */
final class FailureClassifier {

    private static final Set<String> QUOTA_KINDS = Set.of("insufficient_quota", "billing_hard_limit_reached",
            "billing_not_active", "billing_error");
    private static final Set<Integer> FINAL_SERVER_ERRORS = Set.of(501, 505, 511);

    /** How servers say under another status that they are asked too much. */
    private static final Pattern BUSY = Pattern.compile("overloaded|server (is )?busy|queue (is )?full",
            Pattern.CASE_INSENSITIVE);

    private FailureClassifier() {}

    static Failure of(Service service, Response response, Instant now) {
        ServerMessage message = ServerMessage.of(response.body());
        int status = status(response, message);
        @Nullable
        Duration pause = RetryAfter.of(response, now);
        String said = "HTTP " + status + message.quoted();
        return switch (status) {
            case 401 ->
                last(Cause.UNAUTHORIZED, said, "check " + service.key("apiKey") + " or " + service.key("apiKeyFile"));
            case 403 ->
                last(Cause.REJECTED, said, "check what the key (" + service.key("apiKey") + ") may use, above all "
                        + service.model());
            case 402 -> last(Cause.QUOTA, said, "raise the limit of the account");
            case 404 -> last(Cause.REJECTED, said,
                    "check " + service.key("baseUrl") + " (up to and with /v1) and " + service.model());
            case 413 -> last(Cause.REJECTED, said, service.tooLarge());
            case 408 -> again(Cause.SERVER, said, pause);
            case 409, 425 -> again(Cause.REJECTED, said, pause);
            case 424 -> new Failure(Cause.REJECTED, said, 1, pause);
            case 429 -> tooMany(message, said, pause);
            default -> byClass(service, status, message, said, pause);
        };
    }

    /** The error's own code where a server (or a proxy before it) wraps an error into a success. */
    private static int status(Response response, ServerMessage message) {
        boolean wrapped = response.status() < 300 && message.code() >= 400 && message.code() < 600;
        return wrapped ? message.code() : response.status();
    }

    private static Failure byClass(Service service, int status, ServerMessage message, String said,
            @Nullable Duration pause) {
        if (status >= 500) {
            return FINAL_SERVER_ERRORS.contains(status)
                    ? last(Cause.SERVER, said,
                            "check " + service.key("baseUrl") + ": this server has no " + service.product() + "s")
                    : again(failing(status, message), said, pause);
        }
        if (status >= 400) {
            return last(Cause.REJECTED, said, service.refused());
        }
        if (status >= 300) {
            return last(Cause.REJECTED, said,
                    "redirects are not followed: set " + service.key("baseUrl") + " to the final address");
        }
        return again(Cause.GARBLED, said + " is no " + service.product() + "; check " + service.key("baseUrl"), pause);
    }

    private static Cause failing(int status, ServerMessage message) {
        boolean busy = BUSY.matcher(message.kind() + " " + message.text()).find();
        return switch (status) {
            case 504 -> Cause.TIMEOUT;
            case 503, 529 -> Cause.OVERLOADED;
            default -> busy ? Cause.OVERLOADED : Cause.SERVER;
        };
    }

    private static Failure tooMany(ServerMessage message, String said, @Nullable Duration pause) {
        boolean spent = QUOTA_KINDS.stream().anyMatch(message.kind()::contains)
                || (pause == null && message.text().matches("(?i).*(spend(ing)? (cap|limit)|credit balance).*"));
        return spent
                ? last(Cause.QUOTA, said, "raise the limit of the account")
                : again(Cause.RATE_LIMITED, said, pause);
    }

    private static Failure again(Cause cause, String said, @Nullable Duration pause) {
        return new Failure(cause, said, Failure.ANY, pause);
    }

    private static Failure last(Cause cause, String said, String fix) {
        return new Failure(cause, said + "; " + fix, 0, null);
    }
}
