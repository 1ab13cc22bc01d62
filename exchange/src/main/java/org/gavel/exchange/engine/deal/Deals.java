package org.gavel.exchange.engine.deal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.account.Relations;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.DealMoved;
import org.gavel.protocol.event.SaleMade;

/** Every deal by its number, and the numbers of the sales that offers made. Deals and lots share their numbers. */
public final class Deals {
    private final Map<Integer, Deal> deals = new TreeMap<>();

    /** Of which offer each sale is. */
    private final Int2ObjectHashMap<FixedPrice> offers = new Int2ObjectHashMap<>();

    private final DealModes modes;
    private final Accounts accounts;
    private final Lots lots;
    private final DealCourse course;
    private long nextSale = SaleMade.FIRST;

    public Deals(DealModes modes, Accounts accounts, Lots lots, TimerQueue timers) {
        this.modes = modes;
        this.accounts = accounts;
        this.lots = lots;
        this.course = new DealCourse(accounts, timers);
    }

    public boolean has(int number) {
        return deals.containsKey(number);
    }

    Deal get(int number) {
        Deal deal = deals.get(number);
        if (deal == null) {
            throw new IllegalStateException("no deal " + number);
        }
        return deal;
    }

    /** A deal that is made public; ask {@link Standing#checkPublic} first. */
    PublicDeal publicDeal(int number) {
        return (PublicDeal) get(number);
    }

    /** In order of their numbers. */
    Iterable<Deal> inOrder() {
        return deals.values();
    }

    DealCourse course() {
        return course;
    }

    Relations relations() {
        return accounts.relations();
    }

    /** Whether neither a lot, a deal nor a sale has the number. */
    boolean isFree(int number) {
        return lots.isFree(number);
    }

    /** A deal of these terms, not yet among the deals: making it is what can fail. */
    Deal make(AnnounceDeal terms, long now) {
        Deal deal = modes.of(terms, now);
        deal.keeps(EntryRoll.ofDeal(terms.seller(), terms.admission(), accounts));
        return deal;
    }

    void add(Deal deal) {
        lots.reserve(deal.number());
        deals.put(deal.number(), deal);
        course.schedule(deal);
    }

    /** The number the next sale would have, or 0 where there is none left. */
    int nextSale() {
        long next = nextSale;
        while (next <= Integer.MAX_VALUE && !lots.isFree((int) next)) {
            next++;
        }
        return next > Integer.MAX_VALUE ? 0 : (int) next;
    }

    /** A sale of this offer has this number from now on. */
    void take(int sale, FixedPrice offer) {
        lots.reserve(sale);
        nextSale = sale + 1L;
        offers.put(sale, offer);
    }

    /** The offer this lot is a sale of, be it void, or nothing. */
    Optional<FixedPrice> offerOf(int sale) {
        return Optional.ofNullable(offers.get(sale));
    }

    /** Whether the number is a deal's or that of a sale an offer made. */
    public boolean hasLot(int number) {
        return has(number) || offerOf(number).isPresent();
    }

    /** A deadline has come. */
    public void elapse(Request request, int number, long at, EventSink out) {
        get(number).elapse(request, course, at, out);
    }

    /** A fault of ours stays in its deal, which stands still until somebody has looked at it. */
    public void suspend(int number, long at, String reason, EventSink out) {
        course.suspend(get(number), at, reason, out);
    }

    /**
     * The node is back: nobody could order, pledge, withdraw, object or take while it was away, so all that was due comes
     * later by as long.
     */
    public void startAgain(Request request, long lastTime, long now, EventSink out) {
        long by = now - lastTime;
        for (Deal deal : deals.values()) {
            if (by > 0 && deal.deadline().isPending()) {
                deal.shift(lastTime, by);
                course.schedule(deal);
                out.emit(new DealMoved(deal.number(), deal.closesAt(), by, DealCourse.movedWithdrawal(request, deal)));
            }
        }
    }

    /** Where there never was a deal nor a relation, nothing is written, as before there could be. */
    public void writeTo(StateWriter out) {
        if (!deals.isEmpty()) {
            out.put("deals").put(nextSale).put(deals.size());
            deals.values().forEach(deal -> deal.writeTo(out));
        }
        relations().writeTo(out);
    }
}
