package dev.andon.http;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the header {@code Retry-After} from OkHttp, which repeats a 503 with 0 seconds by itself, uncounted, and throws
 * {@link NumberFormatException} where the number is too large for an {@code int}. Any thread.
 */
public final class RetryHeader implements Interceptor {

    /** Where the value is found instead. */
    public static final String NAME = "Andon-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header("Retry-After");
        if (value == null) {
            return response;
        }
        Response.Builder hidden = response.newBuilder().removeHeader("Retry-After");
        return isText(value) ? hidden.header(NAME, value).build() : hidden.build();
    }

    /** Whether a header may be written so; servers are read more leniently. */
    private static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
