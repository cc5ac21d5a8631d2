package dev.andon.images.s3;

import java.io.IOException;

import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failed call to S3 means, and what to do. Pure functions. */
final class Advice {

    private static final int FORBIDDEN = 403;
    private static final int REDIRECTED = 301;

    private final S3Settings settings;
    private final String server;

    Advice(S3Settings settings) {
        this.settings = settings;
        this.server = settings.endpoint() == null
                ? "S3 in " + settings.region()
                : settings.endpoint().getScheme() + "://" + settings.endpoint().getRawAuthority();
    }

    /** One sentence for people. */
    String on(SdkException e) {
        return switch (e) {
            case NoSuchBucketException _ -> server + " knows no bucket '" + settings.bucket()
                    + "': create it, or correct images.store";
            case S3Exception answer -> server + " answers with status " + answer.statusCode() + said(answer)
                    + todo(answer);
            case ApiCallTimeoutException _ -> server + " took longer than images.s3.callTimeout, "
                    + settings.callTimeout().toMillis() + " ms, or images.fetchTimeout, "
                    + settings.fetchTimeout().toMillis() + " ms, where an image is read: raise it, or look after the"
                    + " server";
            default -> isAway(e)
                    ? server + " does not answer (" + deepest(e) + "): start it, or correct images.s3.endpoint"
                    : server + " cannot be asked (" + e.getMessage()
                            + "): are there keys in images.s3, or where the SDK"
                            + " looks for them?";
        };
    }

    private static String said(S3Exception answer) {
        String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
        return code == null ? "" : ", " + code;
    }

    private String todo(S3Exception answer) {
        return switch (answer.statusCode()) {
            case FORBIDDEN -> ": correct the keys of images.s3, or allow them s3:ListBucket, s3:GetObject, s3:PutObject"
                    + " and, for pruning, s3:DeleteObject on " + settings.bucket();
            case REDIRECTED -> ": the bucket is in another region than images.s3.region, " + settings.region();
            default -> "";
        };
    }

    private static boolean isAway(SdkException e) {
        return rootOf(e) instanceof IOException;
    }

    private static String deepest(SdkException e) {
        return rootOf(e).toString();
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
