package dev.andon.avro;

import org.apache.avro.Schema;

/** A schema registry, as far as we use one. Any thread; each call may block for the timeout. */
interface SchemaRegistry extends AutoCloseable {

    /** The schema of this id. */
    Answer<Schema> byId(int id);

    /** The id of this schema under this subject. */
    Answer<Integer> idOf(String subject, Schema schema);

    /** The id of this schema under this subject, which it is registered under where it was not before. */
    Answer<Integer> register(String subject, Schema schema);

    /** Whether this schema may become the newest of this subject. */
    Answer<Boolean> accepts(String subject, Schema schema);

    @Override
    void close();
}
