/**
 * A simulated server of a vision-language model: the OpenAI protocol in front of a model that judges the pixels it is sent, and says in every place that it is a simulation; and a real sentence model beside it. May depend on {@code dev.andon.demo.model}, {@code dev.andon.embedding} and {@code dev.andon.core} alone.
 */
@NullMarked
package dev.andon.demo.vlmserver;

import org.jspecify.annotations.NullMarked;
