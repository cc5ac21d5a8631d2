package dev.andon.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.andon.config.Secret;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * HTTP to one server: single requests without repetition or redirection, so that the key goes nowhere else and every
 * attempt is counted. Any thread; blocks. An interrupt ends a request at once on a virtual thread.
 */
public final class HttpTransport implements AutoCloseable {

    private static final long IDLE_MINUTES = 5;

    private final Service service;
    private final OkHttpClient client;
    private final HttpUrl baseUrl;
    private final Optional<Secret> key;
    private final InstantSource clock;

    /** @throws IllegalArgumentException if the address is none of HTTP, or the key cannot be read */
    public HttpTransport(ServerSettings config, InstantSource clock) {
        this.service = config.service();
        this.baseUrl = baseUrl(config);
        this.key = ApiKey.of(config);
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .socketFactory(new EagerSockets())
                .connectionPool(new ConnectionPool(config.maxConcurrentCalls(), IDLE_MINUTES, TimeUnit.MINUTES))
                .connectTimeout(config.connectTimeout()).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO)
                .callTimeout(config.callTimeout()).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false).addNetworkInterceptor(new RetryHeader()).build();
    }

    private static HttpUrl baseUrl(ServerSettings config) {
        HttpUrl url = HttpUrl.parse(config.baseUrl().toString());
        if (url == null) {
            throw new IllegalArgumentException(config.service().key("baseUrl") + " " + config.baseUrl()
                    + " is no HTTP address: give one such as http://host:8000/v1");
        }
        return url;
    }

    /** Posts to a path below the base address. */
    public Exchange post(String path, RequestBody body, Duration timeout) throws InterruptedException {
        return send(request(path).post(body).build(), timeout);
    }

    /** Gets a path below the base address. */
    public Exchange get(String path, Duration timeout) throws InterruptedException {
        return send(request(path).get().build(), timeout);
    }

    private Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(baseUrl.newBuilder().addPathSegments(path).build())
                .header("Accept", "application/json").header("User-Agent", "andon");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.value()));
        return request;
    }

    private Exchange send(Request request, Duration timeout) throws InterruptedException {
        Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
        Instant start = clock.instant();
        try (Response response = call.execute()) {
            return read(call, response, start);
        } catch (SocketTimeoutException e) {
            throwIfInterrupted(call);
            return new Exchange.Broken(
                    "not connected within " + service.key("connectTimeout") + ", " + client.connectTimeoutMillis()
                            + " ms");
        } catch (InterruptedIOException e) {
            throwIfInterrupted(call);
            return new Exchange.TimedOut(timeout);
        } catch (IOException e) {
            throwIfInterrupted(call);
            Optional<String> distrust = Certificates.distrust(e, baseUrl, service);
            return distrust.isPresent()
                    ? new Exchange.Untrusted(distrust.get())
                    : new Exchange.Broken(censored(Shortened.of(e.toString(), 200)));
        }
    }

    private static void throwIfInterrupted(Call call) throws InterruptedException {
        if (Thread.interrupted()) {
            call.cancel();
            throw new InterruptedException("the answer is no longer wanted");
        }
    }

    private Exchange read(Call call, Response response, Instant start) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(service.maxBody() + 1)) {
            // Else closing would read on for a while, in the hope that the connection can be used again.
            call.cancel();
            return new Exchange.TooLarge(response.code(), service.maxBody());
        }
        String body = censored(new String(source.readByteArray(), StandardCharsets.UTF_8));
        Headers headers = response.headers();
        return new Exchange.Response(response.code(), headers, body, Duration.between(start, clock.instant()));
    }

    /** Some servers repeat the key in their errors. */
    private String censored(String text) {
        return key.map(secret -> text.replace(secret.value(), secret.toString())).orElse(text);
    }

    /** Ends the requests under way and closes the connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    /** The base address without credentials. */
    @Override
    public String toString() {
        return baseUrl.newBuilder().username("").password("").query(null).build().toString();
    }
}
