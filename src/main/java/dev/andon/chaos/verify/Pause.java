package dev.andon.chaos.verify;

import java.time.Duration;

/** How time is left to brokers and registry. */
interface Pause {

    void pause(Duration time) throws InterruptedException;
}
