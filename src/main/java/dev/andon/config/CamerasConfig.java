package dev.andon.config;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The cameras of the role {@code ingest}.
 *
 * @param door         where others bring frames and triggers; null for none
 * @param triggerTopic of which triggers are heard; null for none
 */
public record CamerasConfig(@Nullable Door door, @Nullable String triggerTopic, List<CameraConfig> cameras) {

    public CamerasConfig {
        cameras = List.copyOf(cameras);
    }

    /**
     * Where frames are taken over HTTP.
     *
     * @param port      0 for any that is free
     * @param tokenFile holds what every request has to carry; null for none, on an address of the loopback alone
     */
    public record Door(String host, int port, @Nullable Path tokenFile) {}
}
