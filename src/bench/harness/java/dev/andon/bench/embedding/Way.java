package dev.andon.bench.embedding;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * One way to embed captions.
 *
 * @param title   for people
 * @param size    captions of one call
 * @param embedder of them
 */
record Way(String title, int size, Embedding embedder) {

    /** Embeds the captions of one call. */
    interface Embedding {
        List<float[]> embed(List<String> texts) throws Exception;
    }

    /** Processor time of the calling thread, and of the whole process: that of a model's own threads is in the latter. */
    record Cost(Duration thread, Duration process) {}

    /** Embeds all captions, so many at a time. */
    List<float[]> embed(List<String> texts) throws Exception {
        List<float[]> vectors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at += size) {
            vectors.addAll(embedder.embed(texts.subList(at, Math.min(texts.size(), at + size))));
        }
        return vectors;
    }

    /** What that costs. */
    Cost cost(List<String> texts) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long process = system.getProcessCpuTime();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        embed(texts);
        return new Cost(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread),
                Duration.ofNanos(system.getProcessCpuTime() - process));
    }
}
