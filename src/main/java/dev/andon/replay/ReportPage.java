package dev.andon.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A report as one file for a browser: data, style and script, and nothing from anywhere else. Text of models and cameras is data,
 * and shown as text. Pure functions.
 */
public final class ReportPage {

    private ReportPage() {}

    /** Routes before and after; the data as of {@link ComparisonJson} with {@code title} and {@code subject}. */
    public static String ofComparison(ObjectNode json) {
        return page(json, "comparison.js");
    }

    /** Many variants; the data as of {@link WhatIfJson} with {@code title} and {@code subject}. */
    public static String ofWhatIf(ObjectNode json) {
        return page(json, "whatif.js");
    }

    private static String page(ObjectNode json, String script) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Andon</title>
            <style>
            %s</style>
            </head>
            <body>
            <main id="report"></main>
            <script type="application/json" id="data">%s</script>
            <script>
            %s%s</script>
            </body>
            </html>
            """.formatted(resource("report.css"), inert(json), resource("report.js"), resource(script));
    }

    /** JSON in which no text can end the element that it stands in. */
    private static String inert(ObjectNode json) {
        return json.toString().replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
