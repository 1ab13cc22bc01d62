package org.gavel.exchange.engine;

import java.util.List;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.answer.Answers;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.deal.DealModes;
import org.gavel.exchange.engine.deal.Deals;
import org.gavel.exchange.engine.listing.ListingCourse;
import org.gavel.exchange.engine.listing.ListingOutage;
import org.gavel.exchange.engine.listing.Listings;
import org.gavel.exchange.engine.lot.BidDesk;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.lot.Outage;
import org.gavel.exchange.engine.roadshow.RoadshowDesk;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.engine.trading.BookCourse;
import org.gavel.exchange.engine.trading.BookDesk;
import org.gavel.exchange.engine.trading.Books;
import org.gavel.exchange.engine.trading.OrderEntry;
import org.gavel.protocol.command.AboutListing;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.AdoptBehaviour;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.BookAct;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.Genesis;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OrderAct;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.VenueRecord;
import org.gavel.protocol.event.BehaviourAdopted;
import org.gavel.protocol.event.ExcludedAttempt;
import org.gavel.protocol.event.NodeResumed;
import org.gavel.protocol.event.VenueOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/**
 * The market: applies one command after the other and says what happened. What is due at or before a command's time
 * happens first. Single-threaded; the same commands with the same times give the same events and the same state on
 * every machine. After a {@link MarketFault} it must not be used again.
 */
public final class Market {
    private final Accounts accounts = new Accounts();
    private final TimerQueue timers = new TimerQueue();
    private final Answers answers = new Answers();
    private final Rulebooks rulebooks = new Rulebooks();
    private final Lots lots;
    private final Deals deals;
    private final LotCourse course;
    private final BidDesk bidDesk;
    private final RoadshowDesk roadshowDesk;
    private final Outage outage;
    private final Books books = new Books(accounts, timers);
    private final OrderEntry orderEntry = new OrderEntry(accounts, books);
    private final BookCourse bookCourse = new BookCourse(books);
    private final transient OrderFields order = new OrderFields();
    private final transient Desks desks;
    private final transient Repeats repeats;
    private final transient Courses courses;
    private final Listings listings = new Listings();
    private final ListingCourse listingCourse;
    private final ListingOutage listingOutage;

    private String venue = "";
    private int behaviour;

    /** The newest behaviour the release knew that wrote the records now applied, whichever release replays them. */
    private int newestKnown;

    private long sequence;
    private long time;
    private long timeBefore;

    /** A market in which nothing has happened. */
    public Market() {
        this(KnownMechanisms.ALL);
    }

    /** A market with other mechanisms than this release's: for trying out what a faulty one does. */
    public Market(Mechanisms mechanisms) {
        this(mechanisms, DealModes.ALL);
    }

    /** The same with other deals, too. */
    public Market(Mechanisms mechanisms, DealModes modes) {
        lots = new Lots(mechanisms, accounts);
        course = new LotCourse(accounts, timers);
        bidDesk = new BidDesk(accounts, lots, timers, course);
        roadshowDesk = new RoadshowDesk(lots, timers);
        outage = new Outage(lots, timers, course);
        deals = new Deals(modes, accounts, lots, timers);
        desks = new Desks(accounts, lots, timers, course, rulebooks, roadshowDesk, bidDesk, deals);
        desks.onBooks(new BookDesk(books, bookCourse), orderEntry);
        listingCourse = new ListingCourse(timers, accounts, rulebooks, course);
        listingOutage = new ListingOutage(listings, listingCourse, rulebooks);
        repeats = new Repeats(answers, accounts, lots);
        courses = new Courses(
                lots, course, outage, roadshowDesk, deals, listings, listingCourse, listingOutage, books, bookCourse);
        new ListingCases(listings).addTo(desks, accounts, lots, timers, course, listingCourse, rulebooks);
        desks.on(AskStatus.class, repeats::tell);
        desks.on(AdoptBehaviour.class, this::adopt);
        course.whenEnded(roadshowDesk::lotEnded);
    }

    /** The sequence of the last command applied. */
    public long sequence() {
        return sequence;
    }

    /** The time of the last command applied, microseconds since 1970. */
    public long time() {
        return time;
    }

    /** When something next happens by itself, or {@link TimerQueue#NEVER}. */
    public long nextDue() {
        return timers.nextDue();
    }

    /** Whether any lot takes bids, so that the time it has left is running. */
    public boolean isBidding() {
        return timers.closings() > 0;
    }

    /** The lots that take bids or acts now, in order. */
    public List<Integer> running() {
        return lots.running();
    }

    /** The books in which a call runs, in order. */
    public List<Integer> calling() {
        return books.inCall();
    }

    /** Whether a lot runs or a book is in a call. */
    public boolean isActive() {
        return lots.isAnyRunning() || !calling().isEmpty();
    }

    public String venue() {
        return venue;
    }

    /** The version of the engine's behaviour that applies; 0 before the genesis. */
    public int behaviour() {
        return behaviour;
    }

    /** Applies a bid; the request says afterwards what became of it. Amounts are fen. */
    public void placeBid(Request request, int lot, int bidder, long amount, EventSink out) {
        advance(request, out);
        request.about(lot);
        long content = Contents.ofBid(lot, bidder, amount);
        if (repeats.isAnswered(request, content, out)) {
            return;
        }
        RejectReason reason;
        try {
            reason = venue.isEmpty()
                    ? RejectReason.OUT_OF_PLACE
                    : bidDesk.placeBid(request, lot, request.participant(bidder), amount, out);
        } catch (RuntimeException e) {
            reason = contain(request, e, time, out);
        }
        conclude(request, content, reason, out);
    }

    /** Applies an act on an order; the request says afterwards what became of it, its sequence is a new order's number. */
    public void order(Request request, OrderFields asked, EventSink out) {
        advance(request, out);
        request.aboutBook(asked.book());
        long content = request.hasClientId() ? Contents.ofOrder(asked) : 0;
        if (repeats.isAnswered(request, content, out)) {
            return;
        }
        RejectReason reason;
        try {
            reason = venue.isEmpty() ? RejectReason.OUT_OF_PLACE : orderEntry.act(request, asked, out);
        } catch (RuntimeException e) {
            reason = contain(request, e, time, out);
        }
        conclude(request, content, reason, out);
    }

    /** Applies any command; the request says afterwards what became of it. */
    public void apply(Request request, Command command, EventSink out) {
        if (command instanceof PlaceBid bid) {
            placeBid(request, bid.lot(), bid.bidder(), bid.amount().fen(), out);
            return;
        }
        if (order.of(command)) {
            order(request, order, out);
            return;
        }
        timeBefore = time;
        boolean isStart = command instanceof NodeStarted && request.role() == Role.SYSTEM;
        if (isStart) {
            follow(request);
        } else {
            advance(request, out);
        }
        address(request, command);
        long content = request.hasClientId() ? Contents.of(command) : 0;
        if (!(command instanceof AskStatus) && repeats.isAnswered(request, content, out)) {
            return;
        }
        RejectReason reason;
        try {
            reason = dispatch(request, command, out);
        } catch (RuntimeException e) {
            reason = contain(request, e, time, out);
        }
        conclude(request, command instanceof AskStatus ? 0 : content, reason, out);
    }

    private void address(Request request, Command command) {
        request.about(lotOf(request, command));
        if (command instanceof BookAct act) {
            request.aboutBook(act.book());
        } else if (command instanceof OrderAct act) {
            request.aboutBook(act.book());
        }
    }

    private int lotOf(Request request, Command command) {
        if (command instanceof AnnounceListing announced) {
            return announced.lot().lot();
        }
        if (command instanceof AboutListing about) {
            return listings.lotOf(about.listing());
        }
        boolean isOnDeal = command instanceof EndDeal || command instanceof DecideObjection;
        boolean isNamed = !isOnDeal || request.follows(Behaviour.DEALS_NAMED);
        return isNamed && command instanceof AboutLot about ? about.lot() : 0;
    }

    /** SHA-256 over the whole state in its canonical form. */
    public byte[] stateHash() {
        StateWriter state = new StateWriter();
        state.put(venue).put(behaviour).put(sequence).put(time);
        accounts.writeTo(state);
        lots.writeTo(state);
        roadshowDesk.writeTo(state);
        listings.writeTo(state);
        answers.writeTo(state);
        rulebooks.writeTo(state);
        books.writeTo(state);
        deals.writeTo(state);
        return state.hash();
    }

    private void follow(Request request) {
        boolean follows = request.sequence() == sequence + 1 && request.time() >= time;
        if (!follows) {
            throw new MarketFault(
                    request.sequence(),
                    new IllegalStateException("sequence " + request.sequence() + " at " + request.time()
                            + " does not follow " + sequence + " at " + time));
        }
        sequence = request.sequence();
        time = request.time();
        request.under(behaviour);
    }

    /** Makes everything happen that is due, in (due time, lot, kind) order; then the command's own turn comes. */
    private void advance(Request request, EventSink out) {
        follow(request);
        runDue(request, out);
    }

    private void runDue(Request request, EventSink out) {
        while (timers.nextDue() <= time) {
            Deadline due = timers.poll();
            request.uncommit();
            try {
                courses.fire(request, due, out);
            } catch (RuntimeException e) {
                contain(request, e, due.due(), out);
            }
        }
        request.uncommit();
    }

    private RejectReason contain(Request request, RuntimeException fault, long at, EventSink out) {
        if (request.isCommitted() || fault instanceof MarketFault) {
            throw new MarketFault(sequence, fault);
        }
        try {
            courses.suspend(request, at, out);
        } catch (RuntimeException e) {
            e.addSuppressed(fault);
            throw new MarketFault(sequence, e);
        }
        return request.refuse(RejectReason.INTERNAL, 0);
    }

    private void conclude(Request request, long content, RejectReason reason, EventSink out) {
        repeats.nameRules(request, reason);
        if (!request.isRepeated()) {
            request.answer(reason, reason == RejectReason.NONE ? 0 : request.detail());
            if (reason != RejectReason.NONE) {
                refuse(request, reason, out);
            }
            repeats.remember(request, content, reason);
        }
        runDue(request, out);
    }

    private static void refuse(Request request, RejectReason reason, EventSink out) {
        out.rejected(request, reason, request.detail(), request.lot());
        if (reason == request.exclusion().reason()) {
            out.emit(new ExcludedAttempt(request.lot(), request.excluded(), request.actor(), request.exclusion()));
        }
    }

    private RejectReason dispatch(Request request, Command command, EventSink out) {
        boolean isGenesis = command instanceof Genesis;
        if (isGenesis != venue.isEmpty()) {
            return RejectReason.OUT_OF_PLACE;
        }
        boolean isVenues = command instanceof VenueRecord;
        if (isVenues && request.role() != Role.SYSTEM) {
            return RejectReason.OUT_OF_PLACE;
        }
        return isVenues && !(command instanceof ReportConnectivity || command instanceof ReportDisconnect)
                ? takeVenueRecord(request, command, out)
                : desks.take(request, command, out);
    }

    private RejectReason takeVenueRecord(Request request, Command command, EventSink out) {
        request.commit();
        if (command instanceof Genesis genesis) {
            venue = genesis.venue();
            behaviour = genesis.behaviour();
            newestKnown = behaviour;
            request.under(behaviour);
            out.emit(new VenueOpened(venue, behaviour, genesis.currency()));
        } else if (command instanceof NodeStarted started) {
            learn(started);
            long lastTime = started.lastTime() == 0 ? timeBefore : started.lastTime();
            out.emit(new NodeResumed(time - lastTime));
            courses.start(request, lastTime, time, out);
        } else if (command instanceof NodeStopping) {
            courses.stop(time, out);
        }
        return RejectReason.NONE;
    }

    /** What release goes on. One that did not say what it knows knew what it began the venue with, if it is that one still. */
    private void learn(NodeStarted started) {
        if (started.newestBehaviour() != 0) {
            newestKnown = started.newestBehaviour();
        } else if (started.generation() > 1) {
            newestKnown = Behaviour.NEWEST_UNTOLD;
        }
    }

    private RejectReason adopt(Request request, AdoptBehaviour asked, EventSink out) {
        boolean isOlder = asked.version() < behaviour;
        if (isOlder && request.follows(Behaviour.PASSED_BEHAVIOUR_NAMED)) {
            return request.refuse(RejectReason.BEHAVIOUR_PASSED, behaviour);
        }
        if (isOlder || asked.version() > newestKnown) {
            return request.refuse(RejectReason.BEHAVIOUR_UNKNOWN, newestKnown);
        }
        request.commit();
        behaviour = asked.version();
        request.under(behaviour);
        out.emit(new BehaviourAdopted(behaviour, asked.reason()));
        return RejectReason.NONE;
    }
}
