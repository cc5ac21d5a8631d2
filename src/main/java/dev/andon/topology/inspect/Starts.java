package dev.andon.topology.inspect;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

import dev.andon.async.Resequencer;
import dev.andon.async.Resequencer.Slot;
import org.jspecify.annotations.Nullable;

/** Picks the frames of one task that start now: the first of each line, in the order in which lines take turns. One thread. */
final class Starts {

    private final Resequencer<String, OpenFrame, Outcome> lines;
    private final Parking parking;
    private final Budgets budgets;
    private final Room room;
    private final InstantSource clock;

    Starts(Resequencer<String, OpenFrame, Outcome> lines, Parking parking, Budgets budgets, Room room,
            InstantSource clock) {
        this.lines = lines;
        this.parking = parking;
        this.budgets = budgets;
        this.room = room;
        this.clock = clock;
    }

    /**
     * Starts what may start and finds room.
     *
     * @param starter is given each frame that has entered, and why it is not asked about, null where it is
     */
    void startWhatFits(BiConsumer<Slot<String, OpenFrame, Outcome>, @Nullable Unasked> starter) {
        Instant now = clock.instant();
        parking.look();
        List<Slot<String, OpenFrame, Outcome>> due = room.inTurn(lines.startable().stream()
                .filter(slot -> !slot.item().notBefore().isAfter(now)).toList());
        Slot<String, OpenFrame, Outcome> shed = toBeShed(due);
        boolean full = false;
        for (Slot<String, OpenFrame, Outcome> slot : due) {
            switch (slot == shed ? shed(slot) : turnOf(slot.item(), now)) {
                case Turn.Wait() -> slot.item().unreserve();
                case Turn.GiveUp(Unasked why) -> {
                    if (room.enterAside(slot.item(), lines.isOldest(slot))) {
                        starter.accept(slot, why);
                    }
                }
                case Turn.Ask() -> full |= !ask(slot, full, starter);
            }
        }
        if (!full) {
            room.nobodyWaits();
        }
    }

    private Turn turnOf(OpenFrame frame, Instant now) {
        return budgets.seemsUsedUp(frame)
                ? new Turn.GiveUp(new Unasked.OverBudget("not asked, since the line's budget is used up"))
                : parking.turnOf(frame, now);
    }

    private Turn shed(Slot<String, OpenFrame, Outcome> slot) {
        return parking.shed(slot.item(), lines.unstarted(), lines.unstartedBeside(slot));
    }

    /** Starts a frame that the model may be asked about, if there is room; whether there was. */
    private boolean ask(Slot<String, OpenFrame, Outcome> slot, boolean full,
            BiConsumer<Slot<String, OpenFrame, Outcome>, @Nullable Unasked> starter) {
        boolean oldest = lines.isOldest(slot);
        boolean entered = (!full || oldest) && room.enter(slot.item(), oldest);
        if (entered) {
            starter.accept(slot, null);
        }
        return entered;
    }

    /** The oldest frame of the line that has most of them, where too many wait; null where none has to go. */
    private @Nullable Slot<String, OpenFrame, Outcome> toBeShed(List<Slot<String, OpenFrame, Outcome>> due) {
        return parking.isCrowded(lines.unstarted())
                ? due.stream().max(Comparator.comparingInt(lines::unstartedBeside)).orElse(null)
                : null;
    }
}
