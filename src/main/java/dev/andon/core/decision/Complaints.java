package dev.andon.core.decision;

import java.util.Collection;
import java.util.List;

/** The problems found so far, and the path under which further ones are reported. One thread. */
final class Complaints {

    private final List<PolicyProblem> problems;
    private final String path;

    /** Reports to {@code problems}, from the top of the policy. */
    Complaints(List<PolicyProblem> problems) {
        this(problems, "");
    }

    private Complaints(List<PolicyProblem> problems, String path) {
        this.problems = problems;
        this.path = path;
    }

    /** The same report for what is below {@code part}. */
    Complaints under(String part) {
        return new Complaints(problems, at(part));
    }

    /** Reports {@code value} unless it is {@code right}. */
    void unless(boolean right, String part, Object value, String fix) {
        if (!right) {
            problems.add(new PolicyProblem(at(part), value.toString(), fix));
        }
    }

    /** Reports a text without a visible character. */
    void unlessFilled(String part, String value, String fix) {
        unless(!value.isBlank(), part, value, fix);
    }

    /** Reports each blank id. */
    void unlessFilled(String part, Collection<String> values, String fix) {
        values.stream().filter(String::isBlank).forEach(value -> unlessFilled(part, value, fix));
    }

    /** Reports a number outside the bounds, both inclusive; no number is outside. */
    void unlessWithin(double from, double to, String part, double value) {
        unless(from <= value && value <= to, part, value,
                "give a number from " + Figures.bound(from) + " to " + Figures.bound(to));
    }

    private String at(String part) {
        return path.isEmpty() ? part : path + "." + part;
    }
}
