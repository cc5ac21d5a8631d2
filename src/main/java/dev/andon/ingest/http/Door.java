package dev.andon.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

import dev.andon.config.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where frames are taken, and from whom.
 *
 * @param host  name or address to listen on
 * @param port  0 to 65535; 0 for any that is free
 * @param token that every request has to carry; null for none, on an address of the loopback alone
 */
public record Door(String host, int port, @Nullable Secret token) {

    /** @throws IllegalArgumentException if others could reach it without a token; the message says what to do */
    public Door {
        if (token == null && !isLoopback(host)) {
            throw new IllegalArgumentException("without a token, other machines could bring frames to " + host + ": set"
                    + " ANDON_INGEST_TOKEN or --token-file, or listen on 127.0.0.1");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(host + " is no name or address of this machine", e);
        }
    }
}
