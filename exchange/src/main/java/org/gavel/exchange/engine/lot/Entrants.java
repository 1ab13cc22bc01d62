package org.gavel.exchange.engine.lot;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/** Who may bid on one lot, each under a paddle (竞买代码) counted from 1 in the order of admission. */
final class Entrants {
    static final int NONE = 0;

    /** The most paddles of a lot that fixes them: their list is one event. */
    static final int MAX_FIXED = 10_000;

    private final Int2IntHashMap paddles = new Int2IntHashMap(NONE);
    private final IntArrayList participants = new IntArrayList();
    private final IntArrayList forfeited = new IntArrayList();
    private final IntHashSet whoForfeited = new IntHashSet();
    private final IntHashSet keptOut = new IntHashSet();

    /** The participant's paddle, or {@link #NONE}. */
    int paddle(int participant) {
        return paddles.get(participant);
    }

    /** One person, one paddle (一人一号牌): whether another number of the participant's legal person has one. */
    RejectReason checkPerson(Request request, Accounts accounts, int participant) {
        if (!request.follows(Behaviour.ONE_BIDDER_A_PERSON) || accounts.isAlone(participant)) {
            return RejectReason.NONE;
        }
        int paddle = accounts.numbersOf(participant)
                .map(this::paddle)
                .filter(each -> each != NONE)
                .findFirst()
                .orElse(NONE);
        return paddle == NONE ? RejectReason.NONE : request.refuse(RejectReason.PERSON_HAS_PADDLE, paddle);
    }

    int admit(int participant) {
        participants.addInt(participant);
        paddles.put(participant, participants.size());
        return participants.size();
    }

    int size() {
        return participants.size();
    }

    /** The participant under the paddle {@code index + 1}. */
    int participant(int index) {
        return participants.getInt(index);
    }

    /** The lot opens: whoever may not bid now is no bidder, unless they may again. */
    void open(EntryRoll roll) {
        participants.intStream().filter(each -> !roll.admits(each)).forEach(keptOut::add);
    }

    /**
     * How many bidders there are: legal persons; before one had one paddle, numbers. Who is kept out only once the lot
     * has opened still counts, for they could bid.
     */
    int bidders(Request request, Accounts accounts, EntryRoll roll) {
        IntStream bidders = participants.intStream().filter(each -> !keptOut.contains(each) || roll.admits(each));
        return request.follows(Behaviour.ONE_BIDDER_A_PERSON) ? accounts.persons(bidders) : (int) bidders.count();
    }

    /** Everybody admitted, in the order of their paddles. */
    List<Integer> inOrder() {
        return List.copyOf(participants);
    }

    /** The participant's deposit for the lot has fallen to the venue. */
    void forfeit(int participant) {
        forfeited.addInt(participant);
        whoForfeited.add(participant);
    }

    boolean hasForfeited(int participant) {
        return whoForfeited.contains(participant);
    }

    void forEachForfeited(IntConsumer each) {
        forfeited.forEachInt(each);
    }

    /** Where nobody has forfeited, exactly what was written before anybody could. */
    void writeTo(StateWriter out) {
        out.put(participants.size());
        for (int i = 0; i < participants.size(); i++) {
            out.put(participants.getInt(i));
        }
        if (!forfeited.isEmpty()) {
            out.put("forfeited").put(forfeited.size());
            forfeited.forEachInt(out::put);
        }
        if (!keptOut.isEmpty()) {
            out.put("keptOut").put(keptOut.size());
            participants.intStream().filter(keptOut::contains).forEach(out::put);
        }
    }
}
