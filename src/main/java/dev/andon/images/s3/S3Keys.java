package dev.andon.images.s3;

/**
 * By which a server knows who asks. Its text shows neither.
 *
 * @param access names the account
 * @param secret signs its requests
 */
public record S3Keys(String access, String secret) {

    @Override
    public String toString() {
        return "***";
    }
}
