package dev.andon.core.decision;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which frames of a line a recipe is for.
 *
 * @param cameras     camera ids; empty for every camera
 * @param partNumbers part numbers; empty for every one, also none
 */
public record Selector(Set<String> cameras, Set<String> partNumbers) {

    public Selector {
        cameras = Set.copyOf(cameras);
        partNumbers = Set.copyOf(partNumbers);
    }

    public boolean matches(String cameraId, @Nullable String partNumber) {
        boolean camera = cameras.isEmpty() || cameras.contains(cameraId);
        boolean part = partNumbers.isEmpty() || (partNumber != null && partNumbers.contains(partNumber));
        return camera && part;
    }
}
