package org.gavel.exchange.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidBeaten;
import org.gavel.protocol.event.BidUndone;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.EnvelopeSubmitted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LevelAccepted;
import org.gavel.protocol.event.MaximumOpened;
import org.gavel.protocol.event.MaximumPlaced;
import org.gavel.protocol.event.ProposalSubmitted;
import org.gavel.protocol.event.UnitsBidOpened;
import org.gavel.protocol.event.UnitsBidTaken;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Money;

/** The offers on one lot, in the order in which they were taken. Single-threaded. */
final class Offers {
    private final List<Offer> all = new ArrayList<>();

    List<Offer> all() {
        return List.copyOf(all);
    }

    /** Takes in an event of the lot; {@code entrants} are its bidders by their paddles. */
    void take(AuditedRecord record, Event event, Map<Integer, Entrant> entrants) {
        if (event instanceof BidUndone undone) {
            all.replaceAll(offer -> offer.number() == undone.number() && isBid(offer) ? offer.undone() : offer);
        } else {
            offer(record, event, entrants).ifPresent(all::add);
        }
    }

    private static boolean isBid(Offer offer) {
        return offer.kind() == Offer.Kind.BID || offer.kind() == Offer.Kind.BEATEN;
    }

    private static Optional<Offer> offer(AuditedRecord r, Event event, Map<Integer, Entrant> entrants) {
        if (event instanceof BidAccepted e) {
            return Optional.of(new Offer(
                    Offer.Kind.BID,
                    r.sequence(),
                    r.at(),
                    r.origin().receivedAt(),
                    e.number(),
                    e.paddle(),
                    e.bidder(),
                    e.amount(),
                    0,
                    e.nextMinimum(),
                    e.channel(),
                    true));
        }
        if (event instanceof BidBeaten e) {
            return some(r, Offer.Kind.BEATEN, e.number(), e.paddle(), e.bidder(), e.amount(), 0);
        }
        if (event instanceof EnvelopeSubmitted e) {
            return some(r, Offer.Kind.ENVELOPE, e.number(), e.paddle(), e.bidder(), Money.ZERO, 0);
        }
        if (event instanceof EnvelopeOpened e) {
            return some(r, Offer.Kind.OPENED, 0, e.paddle(), e.bidder(), e.amount(), 0);
        }
        if (event instanceof LevelAccepted e) {
            return some(r, Offer.Kind.LEVEL, 0, e.paddle(), e.bidder(), e.level(), 0);
        }
        if (event instanceof ProposalSubmitted e) {
            return some(r, Offer.Kind.PROPOSAL, 0, e.paddle(), e.bidder(), Money.ZERO, 0);
        }
        return sealed(r, event, entrants);
    }

    private static Optional<Offer> sealed(AuditedRecord r, Event event, Map<Integer, Entrant> entrants) {
        if (event instanceof MaximumPlaced e) {
            return some(r, Offer.Kind.MAXIMUM, 0, paddleOf(e.participant(), entrants), e.participant(), Money.ZERO, 0);
        }
        if (event instanceof MaximumOpened e) {
            int bidder =
                    entrants.containsKey(e.paddle()) ? entrants.get(e.paddle()).participant() : 0;
            return some(r, Offer.Kind.MAXIMUM_OPENED, 0, e.paddle(), bidder, e.maximum(), 0);
        }
        if (event instanceof UnitsBidTaken e) {
            int paddle = paddleOf(e.participant(), entrants);
            return some(r, Offer.Kind.UNITS, e.number(), paddle, e.participant(), Money.ZERO, 0);
        }
        if (event instanceof UnitsBidOpened e) {
            return some(r, Offer.Kind.UNITS_OPENED, e.number(), e.paddle(), e.bidder(), e.price(), e.units());
        }
        return Optional.empty();
    }

    private static int paddleOf(int participant, Map<Integer, Entrant> entrants) {
        return entrants.values().stream()
                .filter(entrant -> entrant.participant() == participant)
                .mapToInt(Entrant::paddle)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Offer> some(
            AuditedRecord r, Offer.Kind kind, int number, int paddle, int bidder, Money amount, long units) {
        long received = r.origin().receivedAt();
        Channel channel = r.origin().channel();
        return Optional.of(new Offer(
                kind,
                r.sequence(),
                r.at(),
                received,
                number,
                paddle,
                bidder,
                amount,
                units,
                Money.ZERO,
                channel,
                true));
    }
}
