package dev.andon.ingest.cameras;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.andon.ingest.folder.FolderIngest;

/** Brings the files of a folder, which waits for them as no buffer could. */
final class FolderFeed implements Feed {

    private final FolderIngest folder;
    private final AtomicBoolean told = new AtomicBoolean();

    FolderFeed(FolderIngest folder) {
        this.folder = folder;
    }

    @Override
    public void run() throws InterruptedException {
        folder.run(told::get);
    }

    @Override
    public void close() {
        // What is under way is recognised when it is sent again.
    }
}
