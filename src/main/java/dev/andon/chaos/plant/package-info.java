/**
 * The processes that are broken: brokers, registry, the simulated model's server and the processors, each started again
 * on what it left. Depends on {@code config}, {@code avro}, {@code topology.provisioning}, {@code demo} and Kafka's
 * clients.
 */
@NullMarked
package dev.andon.chaos.plant;

import org.jspecify.annotations.NullMarked;
