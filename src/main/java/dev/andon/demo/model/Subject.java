package dev.andon.demo.model;

/** What a picture shows, or a prompt asks about. */
enum Subject {
    BRACKET, BOTTLE, BOARD,
    /** None of the products that the simulation knows. */
    UNKNOWN
}
