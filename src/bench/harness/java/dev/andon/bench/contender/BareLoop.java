package dev.andon.bench.contender;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.andon.bench.work.Job;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The ideal: as many threads as there may be calls, each of which posts one body after the other. The bodies have the
 * size of the others', are made beforehand, and nothing is done with the answers.
 */
final class BareLoop {

    private static final MediaType JSON = MediaType.get("application/json");

    /** Prompt, schema and parameters of a request, about. */
    private static final int BESIDE_THE_IMAGE = 1_800;

    private BareLoop() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Job job = Job.read(args[0]);
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(job.calls(), 5, TimeUnit.MINUTES)).readTimeout(0, TimeUnit.SECONDS)
                .writeTimeout(0, TimeUnit.SECONDS).build();
        Request request = new Request.Builder().url(job.vlm() + "/chat/completions")
                .post(RequestBody.create(body(job.imageBytes()), JSON)).build();
        for (int i = 0; i < job.calls(); i++) {
            Thread.ofVirtual().start(() -> loop(client, request));
        }
        Thread.currentThread().join();
    }

    private static void loop(OkHttpClient client, Request request) {
        while (true) {
            try (Response response = client.newCall(request).execute()) {
                response.body().bytes();
            } catch (IOException e) {
                System.err.println("a call failed: " + e);
            }
        }
    }

    private static byte[] body(int imageBytes) {
        byte[] image = new byte[imageBytes];
        new SplittableRandom(1).nextBytes(image);
        byte[] base64 = Base64.getEncoder().encode(image);
        byte[] body = Arrays.copyOf(base64, base64.length + BESIDE_THE_IMAGE);
        Arrays.fill(body, base64.length, body.length, (byte) ' ');
        return body;
    }
}
