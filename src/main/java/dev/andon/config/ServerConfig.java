package dev.andon.config;

/**
 * Where health and metrics are to be had over HTTP.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 for any that is free
 */
public record ServerConfig(String host, int port) {}
