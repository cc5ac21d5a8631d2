package dev.andon.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.andon.config.CamerasConfig;
import dev.andon.ingest.cameras.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class CaretakerTest {

    private static final CamerasConfig FIRST = new CamerasConfig(null, "first", List.of());
    private static final CamerasConfig SECOND = new CamerasConfig(null, "second", List.of());

    private final Logger logger = (Logger) LoggerFactory.getLogger(Caretaker.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Queue<CamerasConfig> news = new ArrayDeque<>();
    private final List<CamerasConfig> followed = new ArrayList<>();
    private final Queue<RuntimeException> mistakes = new ArrayDeque<>();
    private int looks;
    private final Caretaker caretaker = new Caretaker(new Wanted() {
        @Override
        public CamerasConfig first() {
            throw new AssertionError("it begins later");
        }

        @Override
        public Optional<CamerasConfig> look() {
            return Optional.ofNullable(news.poll());
        }
    }, new Caretaker.Charges() {
        @Override
        public void follow(CamerasConfig cameras) {
            if (!mistakes.isEmpty()) {
                throw mistakes.remove();
            }
            followed.add(cameras);
        }

        @Override
        public void look() {
            looks++;
        }
    });

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    @Test
    void whatIsNewIsFollowedOnce() throws Exception {
        news.add(FIRST);

        caretaker.look();
        caretaker.look();

        assertThat(followed).containsExactly(FIRST);
        assertThat(looks).isEqualTo(2);
        assertThat(caretaker.failure()).isNull();
    }

    @Test
    void aMistakeIsToldAndTheCamerasAreLookedAtNevertheless() throws Exception {
        news.add(FIRST);
        mistakes.add(new IllegalStateException("a mistake"));

        caretaker.look();

        assertThat(looks).isEqualTo(1);
        assertThat(caretaker.failure()).contains("a mistake");
        assertThat(said.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a mistake");
        });
    }

    @Test
    void whatFailedIsTriedAgainAtTheNextLook() throws Exception {
        news.add(FIRST);
        mistakes.add(new IllegalStateException("a mistake"));
        caretaker.look();

        caretaker.look();

        assertThat(followed).containsExactly(FIRST);
        assertThat(caretaker.failure()).isNull();
    }

    @Test
    void unlessSomethingNewerIsWanted() throws Exception {
        news.addAll(List.of(FIRST, SECOND));
        mistakes.add(new IllegalStateException("a mistake"));
        caretaker.look();

        caretaker.look();

        assertThat(followed).containsExactly(SECOND);
    }
}
