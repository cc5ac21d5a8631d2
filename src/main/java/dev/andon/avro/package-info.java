/**
 * Between core types and Avro records: mappers, Confluent's wire format and the registry client. Depends on {@code core}.
 */
@NullMarked
package dev.andon.avro;

import org.jspecify.annotations.NullMarked;
