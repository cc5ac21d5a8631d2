/**
 * Patient calls of servers with a JSON API in OpenAI's manner: limits, repetitions, a breaker, and failures in words for people. Depends on {@code core}, {@code async}, {@code config} and {@code metrics}.
 */
@NullMarked
package dev.andon.http;

import org.jspecify.annotations.NullMarked;
