package org.gavel.exchange.engine.lot;

import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.rulebook.Earlier;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.codec.json.RuleSheet;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Rulebook;

/** What the law holds one lot to, fixed when it is announced: its rulebook, its notice, who is barred from it. */
final class Statute {
    private final LotAnnounced announced;
    private final Rulebook rulebook;
    private final String sheet;
    private final IntHashSet barred = new IntHashSet(8);
    private final IntArrayList inOrder = new IntArrayList();
    private Money highestAppraisal;
    private long endedAt;
    private int relistedAs;

    Statute(LotAnnounced announced, Rulebook rulebook) {
        this.announced = announced;
        this.rulebook = rulebook;
        LotRules rules = announced.rules();
        this.highestAppraisal = rules.basis().appraisal();
        this.sheet = rules.sheet().isEmpty() ? RuleSheet.hash(announced, rulebook) : rules.sheet();
    }

    /** SHA-256 of the rule sheet, also where the announcement does not hold it. */
    String sheet() {
        return sheet;
    }

    LotAnnounced announced() {
        return announced;
    }

    /** {@code NAME@version}, or PRIVATE_SALE. */
    String rulebook() {
        return announced.rulebook();
    }

    /** The first instant at which the lot may open, or 0 for any. */
    long opensFrom() {
        return announced.rules().opensFrom();
    }

    /** The fewest admitted bidders with whom it is sold. */
    int minBidders() {
        long asked = rulebook.bidding().minBidders().value();
        return (int) Math.max(asked, announced.rules().basis().minBidders());
    }

    /** Which listing of the same thing this is, as the next one must know it. */
    Earlier earlier(Request request) {
        return new Earlier(announced.rules().attempt(), began(request), highestAppraisal, endedAt);
    }

    /** The least its first bid could be: of price-step rounds the first round's price. */
    private Money began(Request request) {
        PhaseTerms first = announced.phases().get(0);
        boolean asksMore = first.leastPrice().compareTo(first.start()) > 0;
        return asksMore && request.follows(Behaviour.STEP_ROUNDS_ASK_A_STEP) ? first.leastPrice() : first.start();
    }

    /** Whoever forfeited on a lot of the chain before may not bid on this one (网拍规定 art. 24), under no number. */
    boolean isBarred(Request request, Accounts accounts, int participant) {
        return !barred.isEmpty() && (barred.contains(participant) || isPersonBarred(request, accounts, participant));
    }

    private boolean isPersonBarred(Request request, Accounts accounts, int participant) {
        return request.follows(Behaviour.PERSONS_BARRED)
                && !accounts.isAlone(participant)
                && accounts.numbersOf(participant).anyMatch(barred::contains);
    }

    private void bar(int participant) {
        if (barred.add(participant)) {
            inOrder.addInt(participant);
        }
    }

    /** This lot offers again what was not sold before; the highest appraisal goes along the chain, as who is barred does. */
    void follows(Lot previous) {
        barsAgain(previous);
        Money before = previous.statute().highestAppraisal;
        highestAppraisal = before.compareTo(highestAppraisal) > 0 ? before : highestAppraisal;
        previous.statute().relistedAs = announced.lot();
    }

    /** Whoever was barred from an earlier lot, or forfeited on it, is barred from this one. */
    void barsAgain(Lot earlier) {
        earlier.statute().inOrder.forEachInt(this::bar);
        earlier.entrants().forEachForfeited(this::bar);
    }

    /** The lot that offers it again, or 0. */
    int relistedAs() {
        return relistedAs;
    }

    void endAt(long time) {
        endedAt = time;
    }

    /** A plain private sale has nothing to write, as before there were rulebooks. */
    void writeTo(StateWriter out) {
        boolean plain = announced.rules().equals(LotRules.NONE);
        if (plain && relistedAs == 0) {
            return;
        }
        out.put("statute").put(rulebook.id()).put(sheet).put(opensFrom());
        out.put(announced.rules().attempt()).put(endedAt).put(relistedAs).put(inOrder.size());
        inOrder.forEachInt(out::put);
    }
}
