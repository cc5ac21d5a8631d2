package dev.andon.replay.images;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.andon.images.ImageStock;

/** What stands in an image store, by digest: listed once, and not read. Any thread. */
public final class StoreIndex {

    private final Map<String, URI> uris;

    private StoreIndex(Map<String, URI> uris) {
        this.uris = uris;
    }

    /**
     * Lists a store.
     *
     * @throws IOException if it cannot be listed
     */
    public static StoreIndex of(ImageStock stock) throws IOException {
        Map<String, URI> uris = new HashMap<>();
        stock.each(image -> uris.put(image.sha256(), stock.uri(image)));
        return new StoreIndex(uris);
    }

    Optional<URI> find(String sha256) {
        return Optional.ofNullable(uris.get(sha256));
    }
}
