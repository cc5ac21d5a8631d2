/**
 * Takes frames over HTTP, {@code POST /frames}, for gateways of machine controls and for scripts, and triggers of cameras,
 * {@code POST /triggers}. Depends on {@code ingest}, {@code ingest.trigger} and {@code web}, and on what {@code ingest}
 * depends on.
 */
@NullMarked
package dev.andon.ingest.http;

import org.jspecify.annotations.NullMarked;
