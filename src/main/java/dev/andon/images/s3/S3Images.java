package dev.andon.images.s3;

import java.time.InstantSource;

import dev.andon.images.ImageStock;
import dev.andon.images.ImageStore;
import dev.andon.images.StoredImages;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The image store in a bucket: keeping, reading and clearing up. Any thread. */
public final class S3Images implements AutoCloseable {

    private final S3Client client;
    private final Bucket bucket;
    private final InstantSource clock;

    private S3Images(S3Client client, Bucket bucket, InstantSource clock) {
        this.client = client;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** Makes the client. Asks nobody yet. */
    public static S3Images connect(S3Settings settings) {
        return connect(settings, InstantSource.system());
    }

    static S3Images connect(S3Settings settings, InstantSource clock) {
        S3Client client = client(settings);
        return new S3Images(client, new Bucket(client, settings), clock);
    }

    public ImageStore store() {
        return new BucketStore(bucket, clock);
    }

    public StoredImages stored() {
        return new BucketImages(bucket);
    }

    public ImageStock stock() {
        return new BucketStock(bucket);
    }

    /**
     * Many servers know neither checksums that the SDK computes by itself nor chunks that it signs one by one; what is kept
     * has a checksum of ours.
     */
    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.callTimeout()))
                .region(Region.of(settings.region())).credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallTimeout(settings.callTimeout())
                        .retryStrategy(RetryMode.STANDARD));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        S3Keys keys = settings.keys();
        return keys == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.access(), keys.secret()));
    }

    @Override
    public void close() {
        client.close();
    }
}
