package org.gavel.exchange.engine.lot;

import java.util.Set;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.TimedTerms;

/** Who holds a right of first refusal (优先购买权) on one lot, of which rank, and who has used it. */
public final class Priorities {
    /** The most holders a lot may have. */
    public static final int MAX_HOLDERS = 64;

    /** The rank of those without a right, behind every other. */
    static final int NO_RANK = Integer.MAX_VALUE;

    /** The phases whose price rises, shows, and is what the leader bid: there it can be matched. */
    private static final Set<Class<? extends PhaseTerms>> MATCHABLE =
            Set.of(EnglishTerms.class, TimedTerms.class, LiveTerms.class);

    private final PriorityRule rule;
    private final Int2IntHashMap ranks = new Int2IntHashMap(NO_RANK);
    private final IntArrayList holders = new IntArrayList();
    private final IntHashSet used = new IntHashSet();

    Priorities(PriorityRule rule) {
        this.rule = rule;
    }

    /** Whether the lot's phases let the rule be exercised. */
    public static boolean fits(AnnounceLot lot) {
        PriorityMode mode = lot.priority().mode();
        boolean rises = lot.phases().stream().noneMatch(PhaseTerms::reverse);
        boolean shows = lot.phases().stream().anyMatch(phase -> MATCHABLE.contains(phase.getClass()));
        return mode == PriorityMode.NONE || (rises && (shows || mode.asks()));
    }

    PriorityRule rule() {
        return rule;
    }

    /** Behind everybody of the same or a better rank. */
    void grant(int participant, int rank) {
        int place = 0;
        while (place < holders.size() && rank(holder(place)) <= rank) {
            place++;
        }
        holders.addInt(place, participant);
        ranks.put(participant, rank);
    }

    boolean has(int participant) {
        return ranks.containsKey(participant);
    }

    int rank(int participant) {
        return ranks.get(participant);
    }

    int size() {
        return holders.size();
    }

    /** In order of rank; of equal ranks the one granted earlier first. */
    int holder(int index) {
        return holders.getInt(index);
    }

    /** The participant has matched a price. */
    void use(int participant) {
        used.add(participant);
    }

    boolean isSpent(int participant) {
        return rule.singleUse() && used.contains(participant);
    }

    /** Whether the right beats this leader at an equal price: better rank, and of equal ranks the earlier. */
    RejectReason checkAgainst(Request request, int holder, int leader, long nextMinimum) {
        if (isSpent(holder)) {
            return request.refuse(RejectReason.PRIORITY_USED, nextMinimum);
        }
        return rank(leader) <= rank(holder) ? request.refuse(RejectReason.OUTRANKED, nextMinimum) : RejectReason.NONE;
    }

    void writeTo(StateWriter out) {
        out.put(holders.size());
        for (int i = 0; i < holders.size(); i++) {
            out.put(holder(i)).put(rank(holder(i))).put(used.contains(holder(i)));
        }
    }
}
