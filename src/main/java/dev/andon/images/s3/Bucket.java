package dev.andon.images.s3;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

import dev.andon.core.frame.ImageBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The calls to one bucket, each with its time limit. Failures come with words for people. Any thread; blocks. */
final class Bucket {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final Place place;
    private final Duration fetchTimeout;
    private final Advice advice;

    Bucket(S3Client client, S3Settings settings) {
        this.client = client;
        this.place = Place.of(settings);
        this.fetchTimeout = settings.fetchTimeout();
        this.advice = new Advice(settings);
    }

    /** What is known of an object without reading it. */
    record Found(String name, long size, Instant modified) {}

    Place place() {
        return place;
    }

    /** An object of the store; empty where it is not there. */
    Optional<Found> find(String name) throws IOException {
        try {
            HeadObjectResponse head = TimedCall.make(
                    () -> client.headObject(ask -> ask.bucket(place.bucket()).key(place.key(name))));
            return Optional.of(new Found(name, head.contentLength(), head.lastModified()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failed("looked up", name, e);
        } catch (SdkException e) {
            throw failed("looked up", name, e);
        }
    }

    /** Writes an object as a whole; the server checks that it is what it should be. */
    void write(String name, ImageBytes bytes, String sha256, String contentType) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        try {
            TimedCall.make(() -> client.putObject(ask -> ask.bucket(place.bucket()).key(place.key(name))
                    .contentType(contentType).checksumSHA256(checksum), RequestBody.fromBytes(bytes.array())));
        } catch (SdkException e) {
            throw failed("kept", name, e);
        }
    }

    /** Reads an object. */
    <T> T read(String key, ResponseTransformer<GetObjectResponse, T> reader) throws IOException {
        try {
            return TimedCall.make(() -> client.getObject(ask -> ask.bucket(place.bucket()).key(key)
                    .overrideConfiguration(call -> call.apiCallTimeout(fetchTimeout)), reader));
        } catch (SdkException e) {
            throw new IOException(advice.on(e), e);
        }
    }

    /** Hands on the objects of the store below a folder. */
    void each(String folder, Consumer<Found> reader) throws IOException {
        try {
            Iterator<ListObjectsV2Response> pages = client.listObjectsV2Paginator(
                    ask -> ask.bucket(place.bucket()).prefix(place.key(folder + "/"))).iterator();
            while (pages.hasNext()) {
                TimedCall.make(pages::next).contents().forEach(object -> reader.accept(
                        new Found(place.name(object.key()), object.size(), object.lastModified())));
            }
        } catch (SdkException e) {
            throw new IOException("the images in " + place + " cannot be listed: " + advice.on(e), e);
        }
    }

    void delete(String name) throws IOException {
        try {
            TimedCall.make(() -> client.deleteObject(ask -> ask.bucket(place.bucket()).key(place.key(name))));
        } catch (SdkException e) {
            throw failed("deleted", name, e);
        }
    }

    private IOException failed(String done, String name, SdkException e) {
        return new IOException(place.uri(name) + " cannot be " + done + ": " + advice.on(e), e);
    }
}
