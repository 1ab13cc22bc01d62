package org.gavel.exchange.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.registry.Place;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.event.VenueOpened;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.Title;

/** What an exchange tells its followers, written down: one delivery a call, in the order of the calls. */
final class EventScript {
    static final String VENUE = "浙江拍";
    static final long OPENED_AT = 1_772_416_800_000_000L;

    /** Between two commands; also how long after a close the command comes that shows it. */
    static final long TICK = 1_000;

    private final List<Applied> deliveries = new ArrayList<>();
    private final Map<Integer, Long> free = new TreeMap<>();
    private final Map<String, Long> units = new TreeMap<>();
    private final String venue;
    private long sequence;

    EventScript(String venue) {
        this.venue = venue;
        happens(new VenueOpened(venue, 1, "CNY"));
    }

    static EventScript opened() {
        return new EventScript(VENUE);
    }

    EventScript credited(int participant, long fen) {
        long after = free.merge(participant, fen, Long::sum);
        return happens(new DepositCredited(participant, new Money(fen), new Money(after), "bank"));
    }

    EventScript bookOpened(int book, String asset) {
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000_000));
        return happens(new BookOpened(book, asset, new Title("", "Units"), terms, Money.ZERO, "opened"));
    }

    EventScript traded(int book, int trade, long price, long quantity, int buyer, int seller) {
        Money amount = new Money(price * quantity);
        free.merge(buyer, -amount.fen(), Long::sum);
        free.merge(seller, amount.fen(), Long::sum);
        return happens(new OrdersTraded(
                book,
                trade,
                new Money(price),
                quantity,
                100 + trade,
                200 + trade,
                Taker.BUYER,
                buyer,
                seller,
                amount,
                Money.ZERO));
    }

    /** Where the first event of the so-manieth delivery stands. */
    Place place(int sequence) {
        return new Place(sequence, 0, deliveries.get(sequence - 1).timestamp());
    }

    EventScript withdrawn(int participant, long fen) {
        long after = free.merge(participant, -fen, Long::sum);
        return happens(new DepositWithdrawn(participant, new Money(fen), new Money(after), "bank"));
    }

    EventScript units(int participant, String asset, long quantity) {
        long after = units.merge(participant + asset, quantity, Long::sum);
        return happens(new UnitsCredited(participant, asset, quantity, after));
    }

    EventScript announced(int lot, int seller, long deposit) {
        return announced(lot, seller, deposit, List.of());
    }

    EventScript announced(int lot, int seller, long deposit, List<PhaseTerms> phases) {
        return happens(new LotAnnounced(
                lot,
                new Title("成果" + lot, "Achievement " + lot),
                seller,
                "auction-1",
                new Money(deposit),
                Money.ZERO,
                "",
                phases,
                0,
                OutageRule.DEFAULT));
    }

    EventScript held(int lot, int participant, int paddle, long fen) {
        free.merge(participant, -fen, Long::sum);
        return happens(new DepositHeld(lot, participant, paddle, new Money(fen)));
    }

    EventScript bid(int lot, int bidder, int paddle, long fen) {
        Money amount = new Money(fen);
        ClientId cid = ClientId.parse("c" + sequence);
        return happens(new BidAccepted(lot, bidder, paddle, amount, amount, 1, 0, Channel.ONLINE, cid));
    }

    /** The award and, in the same delivery, the release of what is held of the losers. */
    EventScript awarded(int lot, int winner, int paddle, long fen, DepositReleased... losers) {
        return ended(new LotAwarded(lot, winner, paddle, new Money(fen), 1, now()), losers);
    }

    /** Several winners, best first: this many units at this price for each, 0 units where the lot is not divided. */
    EventScript awardedToSeveral(int lot, List<int[]> bidderUnitsPrice, DepositReleased... losers) {
        int winners = bidderUnitsPrice.size();
        List<Event> events = new ArrayList<>();
        for (int[] won : bidderUnitsPrice) {
            Money price = new Money(won[2]);
            Share share = new Share(events.size() + 1, winners, won[1], won[1] == 0 ? Money.ZERO : price);
            Money amount = new Money(won[1] == 0 ? won[2] : (long) won[1] * won[2]);
            events.add(new LotAwarded(lot, won[0], won[0], amount, winners, now(), share));
        }
        return ended(events, losers);
    }

    EventScript passed(int lot, DepositReleased... bidders) {
        return ended(new LotPassed(lot, PassCause.RESERVE_NOT_MET, 1, now()), bidders);
    }

    EventScript lotWithdrawn(int lot, DepositReleased... bidders) {
        return ended(new LotWithdrawn(lot, "title dispute"), bidders);
    }

    EventScript forfeited(int lot, int participant, long fen) {
        return happens(new DepositForfeited(lot, participant, new Money(fen), ForfeitCause.NO_REVEAL));
    }

    static DepositReleased released(int lot, int participant, long fen) {
        return new DepositReleased(lot, participant, new Money(fen));
    }

    EventScript happens(Event... events) {
        sequence++;
        deliveries.add(new Applied(sequence, now(), List.of(events)));
        return this;
    }

    /** Commands that caused nothing anybody follows. */
    EventScript silence(int commands) {
        sequence += commands;
        return this;
    }

    List<Applied> deliveries() {
        return List.copyOf(deliveries);
    }

    Applied last() {
        return deliveries.get(deliveries.size() - 1);
    }

    JournalHead head() {
        return new JournalHead(venue, OPENED_AT, sequence);
    }

    private EventScript ended(Event end, DepositReleased... releases) {
        return ended(List.of(end), releases);
    }

    private EventScript ended(List<Event> ends, DepositReleased... releases) {
        for (DepositReleased release : releases) {
            free.merge(release.participant(), release.amount().fen(), Long::sum);
        }
        List<Event> events = new ArrayList<>(ends);
        events.addAll(Arrays.asList(releases));
        return happens(events.toArray(new Event[0]));
    }

    private long now() {
        return OPENED_AT + (sequence - 1) * TICK;
    }
}
