/**
 * Broker and registry as child processes of this one: started on free loopback ports, ended with it, started again on
 * what they left. Depends on the JDK and the Kafka clients; the broker itself runs in its own virtual machine.
 */
@NullMarked
package dev.andon.demo.cluster;

import org.jspecify.annotations.NullMarked;
