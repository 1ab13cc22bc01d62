package org.gavel.exchange.audit.screen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.Entrant;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Offer;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.PhaseTerms;

/**
 * What the screens look at of a closed lot.
 *
 * @param winners participants, best first; empty where it was not sold
 * @param bids with a price, as they came; a bid that was undone is not among them
 * @param deposits when each entrant's deposit, of those who had to have one, was held, microseconds since 1970
 * @param reverse whether the lowest bid is the best
 */
public record LotFacts(
        int lot,
        int seller,
        long closedAt,
        List<Integer> winners,
        List<Bid> bids,
        Map<Integer, Long> deposits,
        boolean reverse) {
    public LotFacts {
        winners = List.copyOf(winners);
        bids = List.copyOf(bids);
        deposits = Map.copyOf(deposits);
    }

    /** The facts of a lot that has ended. */
    public static LotFacts of(LotDossier dossier) {
        List<Bid> bids = dossier.offers().stream()
                .filter(offer -> offer.stands() && offer.isPriced() && offer.participant() > 0)
                .map(LotFacts::bid)
                .toList();
        Map<Integer, Long> deposits = dossier.entrants().stream()
                .filter(entrant -> entrant.deposit().fen() > 0)
                .collect(Collectors.toMap(Entrant::participant, Entrant::heldAt));
        boolean reverse = dossier.announced().orElseThrow().phases().stream().anyMatch(PhaseTerms::reverse);
        return new LotFacts(
                dossier.lot(),
                dossier.announced().orElseThrow().seller(),
                dossier.ending().at(),
                dossier.awards().stream().map(LotAwarded::winner).toList(),
                bids,
                deposits,
                reverse);
    }

    private static Bid bid(Offer offer) {
        return new Bid(
                offer.participant(),
                offer.at(),
                offer.sequence(),
                offer.amount().fen(),
                offer.minimum().fen(),
                offer.channel() == Channel.ONLINE);
    }

    /** Who named a price, by their numbers. */
    public Set<Integer> bidders() {
        return bids.stream().map(Bid::participant).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The best winner, or 0. */
    public int winner() {
        return winners.isEmpty() ? 0 : winners.get(0);
    }

    /** Each bidder's best bid. */
    public Map<Integer, Bid> best() {
        Map<Integer, Bid> best = new TreeMap<>();
        for (Bid bid : bids) {
            best.merge(bid.participant(), bid, (a, b) -> (b.amount() > a.amount()) != reverse ? b : a);
        }
        return best;
    }
}
