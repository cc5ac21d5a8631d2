package dev.andon.http;

/**
 * What is asked of a server, and how people are told of it.
 *
 * @param path     below the base address
 * @param section  of the configuration, for instance {@code vlm}
 * @param server   as part of a sentence: "the model's server"
 * @param product  what a response should be: "chat completion"
 * @param model    where the model is named: "the recipe's model"
 * @param refused  what to do where the server refuses the form of a request
 * @param tooLarge what to do where the server finds a request too large
 * @param maxBody  bytes of the largest response that is read
 * @param patient  whether a call waits, while every server fails, for one that answers again
 */
public record Service(String path, String section, String server, String product, String model, String refused,
        String tooLarge, long maxBody, boolean patient) {

    /** A key of the section. */
    String key(String name) {
        return section + "." + name;
    }
}
