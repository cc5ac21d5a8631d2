package dev.andon.demo.vlmserver;

import dev.andon.core.frame.ImageBytes;
import dev.andon.demo.model.Look;
import dev.andon.demo.model.Perception;
import dev.andon.demo.model.SimulatedAnswer;
import dev.andon.demo.model.SimulatedModel;

/** The simulated model that judges pixels. Any thread. */
final class PixelModel implements Model {

    @Override
    public Sight look(ImageBytes image) {
        return switch (SimulatedModel.look(image.array())) {
            case Look.NotAnImage(String why) -> new Sight.Unreadable(why);
            case Perception seen -> new Sight.Seen((prompt, allowed, temperature, seed) -> {
                SimulatedAnswer answer = SimulatedModel.answer(seen, prompt, allowed, temperature, seed);
                return new Opinion(answer.answer(), answer.caption());
            });
        };
    }
}
