/**
 * The main classes of the contenders that run on the class path of the program: a bare loop over HTTP, and two ways to
 * call a model from Kafka Streams. Each is told its job in a file and works until it is ended. Depends on {@code work}.
 */
@NullMarked
package dev.andon.bench.contender;

import org.jspecify.annotations.NullMarked;
