/**
 * Takes frames over HTTP: {@code POST /frames}, for gateways of machine controls and for scripts. Depends on
 * {@code ingest} and {@code web}, and on what {@code ingest} depends on.
 */
@NullMarked
package dev.andon.ingest.http;

import org.jspecify.annotations.NullMarked;
