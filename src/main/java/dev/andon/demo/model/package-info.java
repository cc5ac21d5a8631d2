/**
 * A simulation of a vision-language model for demonstrations: it judges decoded pixels by measuring them, and talks
 * about what it measured. It is no neural network and knows three products only.
 *
 * <p>What it sees: the picture is reduced, the part is found by its colour or brightness, and at each place that
 * decides (holes, edges that crack, label, fill level, gaps between pins, components) it measures how much the place
 * looks like a defect and how well it can be seen (edge width, contrast against noise, glare, colours that belong
 * neither to the part nor to the belt). Where it sees well it gives one answer in ever new words; where it does not,
 * the answers and what the captions speak of vary.
 *
 * <p>What it gets wrong with one voice: hairline cracks fainter than the brushed surface look sound; a label a few
 * degrees off looks straight; a small highlight between two pins looks like solder; a dark tool over a hole looks like
 * a hole. Nothing tells it the truth but the pixels, and it does not read text in the scene.
 *
 * <p>Depends on {@code core.frame} and Java2D.
 */
@NullMarked
package dev.andon.demo.model;

import org.jspecify.annotations.NullMarked;
