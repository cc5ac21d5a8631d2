package dev.andon.ingest.cameras;

import java.util.Optional;

import dev.andon.config.CamerasConfig;

/** Says which cameras there are. One thread. */
public interface Wanted {

    /** At the start. */
    CamerasConfig first();

    /** Later; empty where nothing has changed. */
    Optional<CamerasConfig> look();

    /** The same cameras for ever. */
    static Wanted always(CamerasConfig cameras) {
        return new Wanted() {
            @Override
            public CamerasConfig first() {
                return cameras;
            }

            @Override
            public Optional<CamerasConfig> look() {
                return Optional.empty();
            }
        };
    }
}
