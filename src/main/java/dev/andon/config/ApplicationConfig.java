package dev.andon.config;

import java.nio.file.Path;

/**
 * Name, state and threads of the stream processors.
 *
 * @param id            prefix of the application ids: {@code <id>-inspect}
 * @param stateDir      where state is kept between starts
 * @param threads       stream threads, which keep books and write; calls and scores are made beside them
 * @param groupProtocol {@code classic} or {@code streams}
 * @param standbyReplicas copies of the state that other instances keep ready; {@code classic} only
 */
public record ApplicationConfig(String id, Path stateDir, int threads, String groupProtocol, int standbyReplicas) {}
