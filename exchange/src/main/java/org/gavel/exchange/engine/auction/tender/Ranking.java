package org.gavel.exchange.engine.auction.tender;

import java.util.Comparator;
import java.util.List;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ScoreRule;

/**
 * Offers in the order of their exact scores ({@code auction-mechanisms} 2.12): of equal scores the better price first,
 * of equal prices the earlier offer. Immutable.
 */
final class Ranking {
    /** Nobody has offered anything. */
    static final Ranking EMPTY = new Ranking(List.of(), false);

    private final List<Place> places;
    private final boolean reverse;

    /**
     * What a bidder offers.
     *
     * @param order the earlier offer has the lower number
     */
    record Offer(int bidder, int paddle, long amount, int quality, long order) {}

    private record Place(Offer offer, Score score) {}

    private Ranking(List<Place> places, boolean reverse) {
        this.places = places;
        this.reverse = reverse;
    }

    static Ranking of(ScoreRule rule, boolean reverse, List<Offer> offers) {
        if (offers.isEmpty()) {
            return EMPTY;
        }
        Comparator<Long> betterFirst = reverse ? Comparator.naturalOrder() : Comparator.reverseOrder();
        long best = offers.stream().map(Offer::amount).min(betterFirst).orElseThrow();
        Comparator<Place> order = Comparator.comparing(Place::score)
                .reversed()
                .thenComparing(place -> place.offer.amount(), betterFirst)
                .thenComparingLong(place -> place.offer.order());
        List<Place> ranked = offers.stream()
                .map(offer -> new Place(offer, Score.of(rule, reverse, best, offer.amount(), offer.quality())))
                .sorted(order)
                .toList();
        return new Ranking(ranked, reverse);
    }

    /** Fen, 0 without an offer. */
    long bestAmount() {
        return places.isEmpty() ? 0 : places.get(0).offer.amount();
    }

    /** Who is first, or 0. */
    int first() {
        return places.isEmpty() ? 0 : places.get(0).offer.bidder();
    }

    void publish(Floor floor) {
        for (int i = 0; i < places.size(); i++) {
            Offer offer = places.get(i).offer;
            long score = places.get(i).score.tenThousandths();
            Money amount = new Money(offer.amount());
            floor.emit(new OfferScored(
                    floor.lot(), offer.bidder(), offer.paddle(), i + 1, amount, offer.quality(), score));
        }
    }

    /** At most so many of the best that meet the reserve and the least score, in hundredths of a point. */
    List<Award> awards(long reserve, int minScore, int most) {
        return places.stream()
                .filter(place -> meets(place, reserve) && place.score.isAtLeast(minScore))
                .limit(most)
                .map(place -> new Award(place.offer.bidder(), place.offer.amount(), 0))
                .toList();
    }

    /** Why {@link #awards} is empty. */
    PassCause whyUnsold(long reserve) {
        if (places.isEmpty()) {
            return PassCause.NO_BID;
        }
        boolean met = places.stream().anyMatch(place -> meets(place, reserve));
        return met ? PassCause.BELOW_MINIMUM_SCORE : PassCause.RESERVE_NOT_MET;
    }

    private boolean meets(Place place, long reserve) {
        long amount = place.offer.amount();
        return reserve == 0 || (reverse ? amount <= reserve : amount >= reserve);
    }
}
