package dev.andon.ingest.http;

import dev.andon.core.frame.ImageBytes;

/** An image, not looked at yet, and what was said of it. */
record Submission(Labels labels, ImageBytes image) {}
