/** Listens for HTTP requests of others. Depends on nothing of ours. */
@NullMarked
package dev.andon.web;

import org.jspecify.annotations.NullMarked;
