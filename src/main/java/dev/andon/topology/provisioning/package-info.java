/**
 * Creation and checks of the topics. Depends on {@code config}, {@code avro} and Kafka's admin client.
 */
@NullMarked
package dev.andon.topology.provisioning;

import org.jspecify.annotations.NullMarked;
