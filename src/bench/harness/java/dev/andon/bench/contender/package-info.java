/**
 * The main classes of the contenders that run on the class path of the program: a bare loop over HTTP, ways to write a
 * Kafka Streams application, and the program's engine with parts that cost nothing. Each is told its job in a file and
 * works until it is ended. Depends on {@code work} and {@code stub}.
 */
@NullMarked
package dev.andon.bench.contender;

import org.jspecify.annotations.NullMarked;
