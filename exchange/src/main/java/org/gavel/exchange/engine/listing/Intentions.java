package org.gavel.exchange.engine.listing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.listing.Intention.Standing;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.TimerQueue;

/** The intentions of one listing in the order of their registration, and the next of their terms to end. */
final class Intentions {
    /** The most a listing takes. */
    static final int MOST = 10_000;

    private static final Comparator<Intention> BY_TERM =
            Comparator.comparingLong(Intention::due).thenComparingInt(Intention::number);

    private final List<Intention> inOrder = new ArrayList<>();
    private final Int2ObjectHashMap<Intention> byParticipant = new Int2ObjectHashMap<>();

    /** In the order in which their terms end. */
    private final List<Intention> waited = new ArrayList<>();

    /** The best quote first. */
    private final List<Intention> quoted = new ArrayList<>();

    int size() {
        return inOrder.size();
    }

    boolean has(int participant) {
        return byParticipant.containsKey(participant);
    }

    /** The participant's; ask {@link #has} first. */
    Intention get(int participant) {
        return byParticipant.get(participant);
    }

    /** The number of the first intention of the same legal person, or 0. */
    int ofPerson(Accounts accounts, int participant) {
        return accounts.numbersOf(participant)
                .filter(this::has)
                .map(number -> get(number).number())
                .min()
                .orElse(0);
    }

    Intention add(int participant, long offer, boolean related, long decideBy) {
        Intention added = new Intention(inOrder.size() + 1, participant, offer, related);
        inOrder.add(added);
        byParticipant.put(participant, added);
        stand(added, Standing.WAITING, decideBy);
        return added;
    }

    /** From now on it stands so, until that instant where it is waited for. */
    void stand(Intention intention, Standing next, long until) {
        if (intention.isWaited()) {
            int place = place(intention);
            if (place >= 0) {
                waited.remove(place);
            }
        }
        intention.stand(next, until);
        if (intention.isWaited()) {
            waited.add(-place(intention) - 1, intention);
        }
    }

    private int place(Intention intention) {
        return Collections.binarySearch(waited, intention, BY_TERM);
    }

    /** Whether somebody's decision or deposit is waited for. */
    boolean isWaiting() {
        return !waited.isEmpty();
    }

    /** Those waited for, in the order in which their terms end. */
    List<Intention> waited() {
        return List.copyOf(waited);
    }

    long nextDue() {
        return waited.isEmpty() ? TimerQueue.NEVER : waited.get(0).due();
    }

    /** The first whose term is over at this time. */
    Optional<Intention> overdue(long at) {
        return nextDue() <= at ? Optional.of(waited.get(0)) : Optional.empty();
    }

    /** A quote of this party is taken, the listing's so many-th. */
    void quote(Intention intention, long amount, int number) {
        if (intention.quote() > 0) {
            quoted.remove(Collections.binarySearch(quoted, intention, Intention.BEST_FIRST));
        }
        intention.offers(amount, number);
        quoted.add(-Collections.binarySearch(quoted, intention, Intention.BEST_FIRST) - 1, intention);
    }

    /** The best quote of those who still count. */
    Optional<Intention> best(EntryRoll roll) {
        return quoted.stream().filter(each -> isParty(each, roll)).findFirst();
    }

    /** The qualified parties with their deposits held, in the order of their registration. */
    List<Intention> parties(EntryRoll roll) {
        return inOrder.stream().filter(each -> isParty(each, roll)).toList();
    }

    private static boolean isParty(Intention intention, EntryRoll roll) {
        return intention.standing() == Standing.ADMITTED && roll.admits(intention.participant());
    }

    /** Of the parties that are one legal person the one with the best offer alone. */
    static List<Intention> persons(List<Intention> parties, Accounts accounts) {
        Map<Integer, Intention> byPerson = new LinkedHashMap<>();
        for (Intention each : parties) {
            int person = accounts.personOf(each.participant());
            byPerson.merge(person, each, (first, next) -> next.isBetterThan(first) ? next : first);
        }
        return List.copyOf(byPerson.values());
    }

    void writeTo(StateWriter out) {
        out.put(inOrder.size());
        inOrder.forEach(each -> each.writeTo(out));
    }
}
