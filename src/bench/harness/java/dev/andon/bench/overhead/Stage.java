package dev.andon.bench.overhead;

import java.util.Locale;

import dev.andon.bench.plant.Contender;
import dev.andon.bench.work.Job;

/** What is measured: each does one thing more than the one before. */
enum Stage {
    /** Decodes records and writes others. */
    PASS_RECORD(Contender.PASS_RECORD, "records decoded, decisions' bytes written"),
    /** Checks and decodes images besides. */
    PASS_IMAGE(Contender.PASS_IMAGE, "images checked and decoded besides"),
    /** The engine with a model that answers at once. */
    ENGINE(Contender.ENGINE, "the engine, model in process"),
    /** The same with frames that stood in the topic before it started, whose attempts are committed first. */
    ENGINE_BACKLOG(Contender.ENGINE, "the same, frames older than its start"),
    /** The program as shipped, without sentence vectors. */
    HTTP(Contender.ANDON, "the program, model over HTTP"),
    /** The program as shipped. */
    EMBEDDING(Contender.ANDON, "the program with sentence vectors");

    private final Contender contender;
    private final String text;

    Stage(Contender contender, String text) {
        this.contender = contender;
        this.text = text;
    }

    /** In options and topics. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In tables. */
    String text() {
        return text;
    }

    Contender contender() {
        return contender;
    }

    /** Whether the frames are there before the contender is. */
    boolean startsBehind() {
        return this == ENGINE_BACKLOG;
    }

    /**
     * How many times as many frames it is given: one that is quick would be done with them between two looks at what it
     * has committed.
     */
    int frames() {
        return this == PASS_RECORD ? 5 : 1;
    }

    Job of(Job job) {
        return this == EMBEDDING ? job.withEmbedding() : job;
    }
}
