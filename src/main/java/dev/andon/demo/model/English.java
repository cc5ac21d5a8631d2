package dev.andon.demo.model;

import java.util.List;
import java.util.Map;

/** What the model says in English where it saw what it speaks of. */
final class English {

    private static final Map<Subject, Phrases> GOOD = Map.of(
            Subject.BRACKET, Phrases.of(
                    List.of("All four holes are present", "All four round holes are there",
                            "The four holes are all present",
                            "All four holes can be seen", "The bracket has all four holes",
                            "All four holes are in place"),
                    List.of(" and the bracket has no cracks.", " and the metal bracket shows no crack.",
                            " and there is no crack in the bracket.", ", and no crack is visible in the bracket.",
                            " and the bracket is free of cracks.", "; the bracket has no visible cracks.")),
            Subject.BOTTLE, Phrases.of(
                    List.of("The bottle is filled properly", "The bottle is full",
                            "The bottle is filled to the right level",
                            "The fill level of the bottle is correct", "The bottle is filled as it should be"),
                    List.of(" and its label is straight.", " and the label is on straight.",
                            " and the label sits straight.", ", with a straight label.", " and its label is level.")),
            Subject.BOARD, Phrases.of(
                    List.of("All components are present on the board", "The circuit board has all its components",
                            "All components are on the circuit board",
                            "Every component of the circuit board is present",
                            "The board carries all its components"),
                    List.of(" and no pins are bridged by solder.", " and the solder joints are not bridged.",
                            " and there are no solder bridges.", ", with no solder bridge between the pins.",
                            " and no solder bridge is visible.")));

    private static final Map<Finding, Phrases> DEFECTS = Map.of(
            Finding.MISSING_HOLE, Phrases.of(
                    List.of("The %s hole of the bracket ", "The bracket's %s hole ",
                            "The hole in the %s of the bracket ",
                            "The hole at the %s corner of the bracket "),
                    List.of("is missing", "is not there", "is absent", "has not been punched"),
                    List.of(".", "; there is solid metal.", ", the metal is closed there.")),
            Finding.CRACK, Phrases.of(
                    List.of("A dark crack ", "A crack ", "A visible crack ", "A jagged crack "),
                    List.of("runs from the %s into the bracket.", "goes into the bracket from the %s.",
                            "starts at the %s of the bracket.", "extends from the %s into the metal bracket.",
                            "can be seen at the %s of the bracket.")),
            Finding.LABEL_MISSING, Phrases.of(
                    List.of("The bottle has no label", "The label of the bottle is missing",
                            "There is no label on the bottle",
                            "No label is on the bottle", "The bottle is missing its label"),
                    List.of(".", "; only juice is visible.", ", the glass is bare.", " at all.")),
            Finding.LABEL_CROOKED, Phrases.of(
                    List.of("The label of the bottle ", "The bottle's label ", "The label on the bottle "),
                    List.of("is crooked", "sits crooked", "is tilted", "is not straight", "is visibly crooked"),
                    List.of(".", "; it is at an angle.", " and slants to one side.")),
            Finding.LOW_FILL, Phrases.of(
                    List.of("The fill level of the bottle ", "The level of juice in the bottle ",
                            "The juice level in the bottle "),
                    List.of("is too low", "is clearly too low", "is below normal", "is lower than it should be"),
                    List.of(".", "; it is underfilled.", ", not enough was filled in.")),
            Finding.SOLDER_BRIDGE, Phrases.of(
                    List.of("A solder bridge ", "Excess solder ", "A bridge of solder ", "A blob of solder "),
                    List.of("connects two pins ", "joins two neighbouring pins ", "links two adjacent pins "),
                    List.of("in the %s of the chip.", "in the %s.", "of the chip in the %s.")),
            Finding.MISSING_COMPONENT, Phrases.of(
                    List.of("The %s component of the board ", "The component at the %s of the board ",
                            "The board's %s component ", "The small component at the %s "),
                    List.of("is missing", "is not there", "is absent", "has not been placed"),
                    List.of(".", "; only bare pads are left.", ", the pads are empty.")),
            Finding.UNSURE, Phrases.of(
                    List.of("I cannot tell from this picture ", "This picture does not show ",
                            "It is not possible to see here "),
                    List.of("whether the part is good", "if the part has a defect", "what state the part is in"),
                    List.of(".", " with any certainty.", ".")),
            Finding.UNEXPECTED, Phrases.of(
                    List.of("A foreign object ", "An unknown object ", "Something that does not belong there "),
                    List.of("lies on the part", "is lying on the part", "covers some of the part",
                            "is on the conveyor with the part"),
                    List.of(".", "; it has a different colour.", ", it should not be there.")));

    private English() {}

    static Phrases of(Subject subject, Finding finding) {
        Phrases good = GOOD.get(subject);
        Phrases defect = DEFECTS.get(finding);
        if (finding == Finding.GOOD && good != null) {
            return good;
        }
        return defect == null ? Phrases.of(List.of("The part looks fine.", "I see no defect.")) : defect;
    }
}
