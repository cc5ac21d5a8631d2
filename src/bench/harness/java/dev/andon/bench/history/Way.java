package dev.andon.bench.history;

import java.util.List;

/** What is done with every inspection on record, as the command that does it. */
enum Way {
    /** All are decoded, and none is of a recipe of that name. */
    READ("reading and decoding alone", "rescore --recipe that-nobody-has"), RESCORE("replay rescore, another threshold",
            "rescore --threshold 0.4"), RESCORE_FEWER("replay rescore, fewer samples",
                    "rescore samples=4"), VERIFY("replay verify", "verify"), WHAT_IF("replay whatif, 12 variants",
                            "whatif --measures caption-diversity,semantic-entropy,vendi,ngram-diversity --samples 3,4,5");

    private final String title;
    private final String arguments;

    Way(String title, String arguments) {
        this.title = title;
        this.arguments = arguments;
    }

    /** In reports. */
    String title() {
        return title;
    }

    /** Of {@code andon replay}. */
    List<String> arguments() {
        return List.of(arguments.split(" ", -1));
    }
}
