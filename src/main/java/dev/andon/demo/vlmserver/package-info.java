/**
 * A simulated server of a vision-language model: the OpenAI protocol in front of a model that judges the pixels it is sent, and says in every place that it is a simulation. May depend on {@code dev.andon.demo.model} and {@code dev.andon.core.frame} alone.
 */
@NullMarked
package dev.andon.demo.vlmserver;

import org.jspecify.annotations.NullMarked;
