/**
 * The whole program against a real broker, a real registry and an HTTP server as model: frames in, decisions out. Each
 * test has lines, or topics and a processor, of its own.
 */
@NullMarked
package dev.andon.it;

import org.jspecify.annotations.NullMarked;
