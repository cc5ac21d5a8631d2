package dev.andon.ingest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

import dev.andon.config.Secret;
import dev.andon.core.frame.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Who may bring frames: whoever has the token; where there is none, every program of this machine, but no web page that
 * is open on it. Immutable.
 */
final class Access {

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] digest;

    /** @param token null where there is none */
    Access(@Nullable Secret token) {
        this.digest = token == null ? null : digest(token.value());
    }

    /**
     * Lets a request pass.
     *
     * @param authorization header of this name; null where there is none
     * @param origin        likewise: browsers send it, and nothing else does
     * @throws Refused if it may not pass
     */
    void check(@Nullable String authorization, @Nullable String origin) throws Refused {
        if (digest == null && origin != null) {
            throw new Refused(Answer.problem(403, "web pages bring nothing without a token: set ANDON_INGEST_TOKEN or"
                    + " --token-file"));
        }
        if (digest != null && !(authorization != null && fits(authorization, digest))) {
            throw new Refused(Answer.problem(401, "the token is missing or wrong: send the header Authorization: Bearer"
                    + " TOKEN").with(Map.of("WWW-Authenticate", "Bearer")));
        }
    }

    /** Digests are compared, so that the time says nothing about the token, its length included. */
    private static boolean fits(String authorization, byte[] digest) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
