/** Numbers for people and for programs. Depends on nothing else here. */
@NullMarked
package dev.andon.bench.report;

import org.jspecify.annotations.NullMarked;
