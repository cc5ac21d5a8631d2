package dev.andon.http;

import java.io.IOException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLPeerUnverifiedException;

import okhttp3.HttpUrl;

/** Tells apart failed connections that fail until somebody changes a certificate, a trust store or an address. */
final class Certificates {

    private static final int LENGTH = 200;

    private Certificates() {}

    /** What is wrong with the server's certificate and what to do, for people; empty where that is not the failure. */
    static Optional<String> distrust(IOException failure, HttpUrl server, Service service) {
        String subject = "the certificate of " + server.host() + ":" + server.port();
        if (failure instanceof SSLPeerUnverifiedException) {
            return Optional.of(subject + " is for another name: " + Shortened.of(words(failure), LENGTH)
                    + "; set the host of " + service.key("baseUrl") + " to a name in the certificate");
        }
        if (causes(failure).anyMatch(InvalidAlgorithmParameterException.class::isInstance)) {
            return Optional.of(subject + " cannot be checked, since the trust store of the JVM holds none that can be"
                    + " read: check -Djavax.net.ssl.trustStore and -Djavax.net.ssl.trustStorePassword"
                    + " in ANDON_JAVA_OPTS");
        }
        return causes(failure).anyMatch(CertificateException.class::isInstance)
                ? Optional.of(subject + " is not trusted: " + Shortened.of(words(failure), LENGTH)
                        + "; let the server show a valid one, or trust its authority: put that into a trust store"
                        + " and give -Djavax.net.ssl.trustStore and -Djavax.net.ssl.trustStorePassword"
                        + " in ANDON_JAVA_OPTS")
                : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
