package dev.andon.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Sees to it that a second person approves what loosens a policy, where it asks for that. Pure functions. */
final class Approvals {

    private Approvals() {}

    /**
     * Refuses an approver who is nobody, or the author: space around a name and large and small letters make no other
     * person.
     *
     * @param approver null for none
     */
    static void checkName(String author, @Nullable String approver) {
        if (approver == null) {
            return;
        }
        if (approver.isBlank()) {
            throw CommandFailure.misused("--approved-by is blank: give the name of the person who approved it");
        }
        if (approver.strip().equalsIgnoreCase(author.strip())) {
            throw CommandFailure.misused("--approved-by " + approver.strip()
                    + " is the author: give the name of another person, who approved it");
        }
    }

    /** Refuses all changes where one lacks its approval. */
    static void require(List<PolicyChange> changes) {
        List<String> lacking = changes.stream().filter(PolicyChange::lacksApproval)
                .flatMap(change -> change.loosenings().stream().map(loosening -> "\n  " + change.next().line() + ": "
                        + loosening))
                .toList();
        if (!lacking.isEmpty()) {
            throw CommandFailure.failed("nothing is written: this loosens a policy that asks for approval; name with"
                    + " --approved-by another person than the author, who approved it" + String.join("", lacking));
        }
    }
}
