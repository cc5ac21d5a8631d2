package dev.andon.bench.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import dev.andon.bench.work.FrameWork;
import dev.andon.bench.work.Job;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/** Asks about each frame without blocking. All instances of the process share one limit of calls. */
final class AskModel extends RichAsyncFunction<KeyedBytes, KeyedBytes> {

    private static final long serialVersionUID = 1;

    private static @Nullable FrameWork shared;

    private final String job;

    AskModel(String job) {
        this.job = job;
    }

    @Override
    public void asyncInvoke(KeyedBytes input, ResultFuture<KeyedBytes> result) {
        var _ = work(job).soon(input.value).whenComplete((finding, failure) -> {
            if (failure == null) {
                result.complete(List.of(KeyedBytes.of(input.key, finding)));
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private static synchronized FrameWork work(String file) {
        if (shared == null) {
            try {
                shared = FrameWork.of(Job.read(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }
}
