package dev.andon.config;

/**
 * Names and provisioning of the topics.
 *
 * @param prefix            in front of every topic name; may be empty
 * @param partitions        of every topic; equal because applications read several together
 * @param replicationFactor of every topic
 */
public record TopicsConfig(String prefix, int partitions, short replicationFactor) {}
