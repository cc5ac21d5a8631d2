package dev.andon.http;

import java.time.Duration;

import okhttp3.Headers;

/** What became of one HTTP request. */
public sealed interface Exchange {

    /**
     * A complete response.
     *
     * @param status  of HTTP
     * @param headers of the response
     * @param body    decoded as UTF-8, malformed bytes replaced
     * @param latency from the first byte sent to the last byte read
     */
    record Response(int status, Headers headers, String body, Duration latency) implements Exchange {}

    /** A response larger than anything that is read. */
    record TooLarge(int status, long limit) implements Exchange {}

    /** Time ran out. */
    record TimedOut(Duration timeout) implements Exchange {}

    /** The server's certificate is not accepted. */
    record Untrusted(String detail) implements Exchange {}

    /** The connection could not be made, or broke. */
    record Broken(String detail) implements Exchange {}
}
