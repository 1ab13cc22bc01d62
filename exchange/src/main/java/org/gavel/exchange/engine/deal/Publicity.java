package org.gavel.exchange.engine.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;

/** The publicity (公示) of one deal: since when it is public where, and which objections were raised. */
final class Publicity {
    /** The most objections to one deal, but for the venue's own. */
    static final int MAX_OBJECTIONS = 1_000;

    /** What became of an objection. */
    enum Outcome {
        OPEN,
        DISMISSED,
        UPHELD,
        WITHDRAWN
    }

    private record Objection(int objector, Outcome outcome) {}

    private final PublicityTerms terms;
    private final List<Objection> objections = new ArrayList<>();
    private long unitAt;
    private long venueAt;
    private int open;

    Publicity(PublicityTerms terms) {
        this.terms = terms;
    }

    PublicityTerms terms() {
        return terms;
    }

    boolean isPublic(PublicityPlace place) {
        return (place == PublicityPlace.UNIT ? unitAt : venueAt) != 0;
    }

    /** Whether it is public anywhere: from then on objections are taken. */
    boolean isPublic() {
        return unitAt != 0 || venueAt != 0;
    }

    /** Whether it would be public in both places once it is in this one. */
    boolean completes(PublicityPlace place) {
        return isPublic(place == PublicityPlace.UNIT ? PublicityPlace.VENUE : PublicityPlace.UNIT);
    }

    void publish(PublicityPlace place, long now) {
        if (place == PublicityPlace.UNIT) {
            unitAt = now;
        } else {
            venueAt = now;
        }
    }

    int objections() {
        return objections.size();
    }

    /** How many objections are to be decided. */
    int open() {
        return open;
    }

    boolean isOpen(int number) {
        return objections.get(number - 1).outcome() == Outcome.OPEN;
    }

    /** The number of the new objection. */
    int raise(int objector) {
        objections.add(new Objection(objector, Outcome.OPEN));
        open++;
        return objections.size();
    }

    void close(int number, Outcome outcome) {
        objections.set(number - 1, new Objection(objector(number), outcome));
        open--;
    }

    /** Who raised it, 0 for the venue or somebody from outside; -1 where there is none. */
    int objector(int number) {
        return number > objections.size() ? -1 : objections.get(number - 1).objector();
    }

    /** The first objection of these people, of those that are open or of all; 0 where there is none. */
    int find(IntPredicate people, boolean openOnly) {
        for (int number = 1; number <= objections.size(); number++) {
            if (people.test(objector(number)) && (!openOnly || isOpen(number))) {
                return number;
            }
        }
        return 0;
    }

    void writeTo(StateWriter out) {
        out.put(unitAt).put(venueAt).put(objections.size());
        for (Objection objection : objections) {
            out.put(objection.objector()).put(objection.outcome().name());
        }
    }
}
