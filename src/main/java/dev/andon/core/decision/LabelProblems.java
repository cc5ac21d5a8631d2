package dev.andon.core.decision;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;

/** What can be wrong with the labels of a recipe. */
final class LabelProblems {

    private static final Set<String> RESERVED = Set.of(Answer.UNSURE.value(), Answer.UNEXPECTED.value());

    private LabelProblems() {}

    static void report(Labels labels, Complaints complaints) {
        List<Label> all = labels.all();
        complaints.unless(!all.isEmpty(), "labels", "[]", "write at least two labels, one OK and one NOT_OK");
        if (!all.isEmpty() && all.stream().allMatch(LabelProblems::decides)) {
            reportMissing(Result.OK, all, complaints);
            reportMissing(Result.NOT_OK, all, complaints);
        }
        for (int i = 0; i < all.size(); i++) {
            report(all.get(i), all.subList(0, i), complaints.under("labels[" + i + "]"));
        }
    }

    private static void reportMissing(Result result, List<Label> all, Complaints complaints) {
        complaints.unless(all.stream().anyMatch(label -> label.result() == result), "labels",
                all.stream().map(Label::name).toList(),
                "add a label with result " + result + ": a model that can say but one thing says it always");
    }

    private static void report(Label label, List<Label> earlier, Complaints complaints) {
        String name = label.name();
        complaints.unlessFilled("name", name, "give the label a name");
        complaints.unless(name.isBlank() || name.equals(name.strip()), "name", name, "take away the space around it");
        complaints.unless(!RESERVED.contains(folded(label)), "name", name,
                "choose another name: unsure and unexpected are offered always");
        complaints.unless(name.isBlank() || earlier.stream().noneMatch(other -> folded(other).equals(folded(label))),
                "name", name, "choose another name: an earlier label has it, large and small letters being the same");
        complaints.unless(decides(label), "result", label.result(), "give OK or NOT_OK");
    }

    private static boolean decides(Label label) {
        return label.result() == Result.OK || label.result() == Result.NOT_OK;
    }

    /** As answers are compared with labels. */
    private static String folded(Label label) {
        return label.name().strip().toLowerCase(Locale.ROOT);
    }
}
