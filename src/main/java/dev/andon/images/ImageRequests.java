package dev.andon.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.andon.core.frame.ImageBytes;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Single requests to the servers of one {@link Zone}: no redirection is followed, nothing is repeated, and there are
 * neither cookies, credentials, proxies nor compression. Any thread; blocks. An interrupt ends a request at once on a
 * virtual thread.
 *
 * <p>The addresses that a name resolves to are checked where the connection is made, and that very address is connected
 * to: a name that resolves to something else a moment later leads nowhere else. HTTP/2 is left out, because it buffers
 * megabytes before anybody reads them.
 */
final class ImageRequests implements AutoCloseable {

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final OkHttpClient client;

    /**
     * @param connectTimeout of one connection
     * @param names          resolves the names of servers
     */
    ImageRequests(Zone zone, Duration connectTimeout, Dns names) {
        this.client = new OkHttpClient.Builder().dns(host -> admitted(zone, host, names)).proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1)).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false).connectTimeout(connectTimeout).readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO).addNetworkInterceptor(chain -> withoutRetryAfter(
                        chain.proceed(chain.request())))
                .build();
    }

    /**
     * Asks once.
     *
     * @param within from the look-up of the name to the last byte
     * @throws Unusable if there is no hope of an image
     */
    Answer get(HttpUrl url, Extent extent, Duration within) throws Unusable, InterruptedException {
        Call call = client.newCall(new Request.Builder().url(url).header("User-Agent", "andon")
                .header("Accept", "image/*").header("Accept-Encoding", "identity").build());
        call.timeout().timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return answer(url, response, extent);
        } catch (RefusedAddress e) {
            throw new Unusable(Urls.shown(url) + " " + e.getMessage());
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the image is no longer wanted");
            }
            return new Answer.NotNow(Urls.shown(url) + (e instanceof InterruptedIOException
                    ? " took too long: "
                    : " cannot be had: ") + e);
        }
    }

    private static Answer answer(HttpUrl url, Response response, Extent extent) throws IOException, Unusable {
        String location = response.header("Location");
        if (response.code() == 200) {
            return new Answer.Image(image(url, response, extent));
        }
        if (REDIRECTIONS.contains(response.code()) && location != null) {
            return new Answer.Elsewhere(location);
        }
        String detail = Urls.shown(url) + " answers with status " + response.code();
        if (response.code() >= 500 || PASSING.contains(response.code())) {
            return new Answer.NotNow(detail);
        }
        throw new Unusable(detail);
    }

    private static ImageBytes image(HttpUrl url, Response response, Extent extent) throws IOException, Unusable {
        String encoding = response.header("Content-Encoding", "identity");
        if (!"identity".equalsIgnoreCase(encoding)) {
            throw new Unusable(Urls.shown(url) + " answers with a compressed image, and nothing is decompressed");
        }
        try (InputStream stream = response.body().byteStream()) {
            return ImageBytes.of(extent.read(stream, response.body().contentLength()));
        }
    }

    private static List<InetAddress> admitted(Zone zone, String host, Dns names) throws UnknownHostException {
        List<InetAddress> all = names.lookup(host);
        List<InetAddress> admitted = all.stream().filter(zone::admits).toList();
        if (admitted.isEmpty() && !all.isEmpty()) {
            throw new RefusedAddress(zone.refusal(all.getFirst()));
        }
        return admitted;
    }

    /** OkHttp repeats a 503 by this header on its own, and throws where its number is too large. */
    private static Response withoutRetryAfter(Response response) {
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    /** Ends the requests under way and closes the connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    /** A name that leads to no address of its zone. */
    private static final class RefusedAddress extends UnknownHostException {

        RefusedAddress(String message) {
            super(message);
        }
    }
}
