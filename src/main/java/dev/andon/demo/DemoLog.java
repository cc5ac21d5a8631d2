package dev.andon.demo;

import java.nio.file.Path;
import java.util.Iterator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import org.slf4j.LoggerFactory;

/** Brings the log into a file, so that the status line stays readable: only errors still reach the screen. */
public final class DemoLog implements AutoCloseable {

    private static final String PATTERN = "%d %-5level [%thread] %logger{0} - %msg%n%ex";

    private final Logger root;
    private final FileAppender<ILoggingEvent> file = new FileAppender<>();

    private DemoLog(Logger root) {
        this.root = root;
    }

    /** A log that is written to a file from now on. */
    public static DemoLog to(Path path) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        DemoLog log = new DemoLog(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
        log.quietScreen();
        log.open(context, path);
        return log;
    }

    private void quietScreen() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext();) {
            ThresholdFilter errorsOnly = new ThresholdFilter();
            errorsOnly.setLevel(Level.ERROR.levelStr);
            errorsOnly.start();
            all.next().addFilter(errorsOnly);
        }
    }

    private void open(LoggerContext context, Path path) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        file.setContext(context);
        file.setFile(path.toString());
        file.setEncoder(encoder);
        file.start();
        root.addAppender(file);
    }

    @Override
    public void close() {
        root.detachAppender(file);
        file.stop();
    }
}
