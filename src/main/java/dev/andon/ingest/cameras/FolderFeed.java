package dev.andon.ingest.cameras;

import dev.andon.ingest.folder.FolderIngest;

/** Brings the files of a folder, which waits for them as no buffer could. */
final class FolderFeed implements Feed {

    private final FolderIngest folder;

    FolderFeed(FolderIngest folder) {
        this.folder = folder;
    }

    @Override
    public void run() throws InterruptedException {
        folder.run(() -> false);
    }

    @Override
    public void close() {
        // What is under way is recognised when it is sent again.
    }
}
