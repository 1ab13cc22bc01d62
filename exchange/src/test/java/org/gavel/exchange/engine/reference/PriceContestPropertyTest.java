package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.reference.NaiveScores.Offer;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.ScoreRule;
import org.junit.jupiter.api.Test;

/** Random contests: silent contestants and panels, prices that do not fall, ties and pauses, beside a naive model. */
final class PriceContestPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int CONTESTS = Effort.times(2_000);
    private static final int FIRST_BIDDER = 21;
    private static final Money CEILING = yuan(10);
    private static final String SHEET = "b7".repeat(32);

    @Test
    void ranksEveryRoundAndAwardsAsTheModelDoes() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < CONTESTS; i++) {
            new Contest(SEED + i).play();
        }
    }

    /** One lot without a deposit. */
    private static final class Contest {
        private final long seed;
        private final SplittableRandom random;
        private final MarketFixture market = venue();
        private final ScoreRule rule;
        private final ContestTerms terms;
        private final Money reserve;
        private final int contestants;
        private final NaiveScores scores;

        private final Map<Integer, Integer> qualities = new HashMap<>();
        private final Map<Integer, Money> standing = new LinkedHashMap<>();
        private int bids;
        private long now;

        Contest(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            int priceWeight = random.nextBoolean() ? 4_000 : 1 + random.nextInt(9_999);
            int minQuality = random.nextInt(3) == 0 ? 4_000 : 0;
            rule = new ScoreRule(
                    priceWeight, 10_000 - priceWeight, minQuality, Duration.ofSeconds(60), random.nextInt(2));
            terms = new ContestTerms(
                    CEILING, rule, 1 + random.nextInt(4), Duration.ofSeconds(100), 1 + random.nextInt(3));
            reserve = random.nextInt(3) > 0 ? Money.ZERO : yuan(1 + random.nextInt(10));
            contestants = 1 + random.nextInt(6);
            scores = new NaiveScores(rule, true);
        }

        void play() {
            try {
                open();
                PassCause passed = scored();
                for (int round = 1; passed == null && round <= terms.rounds(); round++) {
                    round();
                }
                check(passed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed + ": " + e, e);
            }
        }

        private void open() {
            market.at(0).announce(LotPlan.lot(7).openReserve(reserve).phases(terms));
            for (int bidder = FIRST_BIDDER; bidder < FIRST_BIDDER + contestants; bidder++) {
                market.staff(new RegisterParticipant(bidder, ""));
                market.hold(bidder);
            }
            market.open().expectAccepted();
        }

        private void at(long seconds) {
            if (random.nextInt(3) == 0) {
                market.at(now + seconds / 2).pause();
                now += random.nextInt(5_000);
                market.at(now + seconds / 2).resume();
            }
            now += seconds;
            market.at(now).tick();
        }

        private int anybody() {
            return FIRST_BIDDER + random.nextInt(contestants);
        }

        /** Null where rounds begin next, else why the lot has passed. */
        private PassCause scored() {
            for (int tries = 0; tries <= rule.extensions(); tries++) {
                for (int i = random.nextInt(9); i > 0; i--) {
                    score(anybody());
                }
                for (int i = 0; i < contestants && random.nextInt(30) > 0; i++) {
                    score(FIRST_BIDDER + i);
                }
                at(60);
                if (contestants < terms.minBidders()) {
                    return PassCause.MIN_BIDDERS;
                }
                if (qualities.size() == contestants) {
                    boolean any = qualities.values().stream().anyMatch(quality -> quality >= rule.minQuality());
                    return any ? null : PassCause.BELOW_MINIMUM_SCORE;
                }
            }
            return PassCause.NOT_SCORED;
        }

        private void score(int bidder) {
            int quality = 1_000 * random.nextInt(11);
            market.approved(501, new RecordScores(7, bidder, quality, List.of(new PanelScore(31, quality)), SHEET));
            market.expectAccepted();
            qualities.put(bidder, quality);
        }

        /** Bids in the order in which the last ones of each came; what stands from before was earlier. */
        private void round() {
            Map<Integer, Money> drafts = new LinkedHashMap<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                int bidder = anybody();
                Money price = yuan(1 + random.nextInt(11));
                market.bid(bidder, price);
                RejectReason expected = refusal(bidder, price);
                assertEquals(expected, market.request().reason());
                if (expected == RejectReason.NONE) {
                    drafts.remove(bidder);
                    drafts.put(bidder, price);
                }
            }
            at(100);
            bids += drafts.size();
            drafts.keySet().forEach(standing::remove);
            standing.putAll(drafts);
            List<Offer> offers = offers();
            List<Offer> ranked = scores.ranked(offers);
            List<OfferScored> told = market.events(OfferScored.class);
            assertEquals(
                    ranked.stream()
                            .map(offer -> List.of(
                                    offer.bidder(),
                                    offer.price(),
                                    scores.points(offer, offers).tenThousandths()))
                            .toList(),
                    told.stream()
                            .map(offer -> List.of(offer.bidder(), offer.amount(), offer.score()))
                            .toList());
        }

        private RejectReason refusal(int bidder, Money price) {
            if (qualities.get(bidder) < rule.minQuality()) {
                return RejectReason.NOT_ADMITTED;
            }
            long limit = standing.containsKey(bidder) ? standing.get(bidder).fen() - 1 : CEILING.fen();
            return price.fen() > limit ? RejectReason.TOO_HIGH : RejectReason.NONE;
        }

        private List<Offer> offers() {
            List<Offer> offers = new ArrayList<>();
            standing.forEach((bidder, price) -> offers.add(new Offer(bidder, price, qualities.get(bidder))));
            return offers;
        }

        private void check(PassCause passedBefore) {
            List<Offer> ranked = passedBefore == null ? scores.ranked(offers()) : List.of();
            List<Offer> affordable =
                    ranked.stream().filter(offer -> meets(offer.price())).toList();
            if (affordable.isEmpty()) {
                PassCause unsold = ranked.isEmpty() ? PassCause.NO_BID : PassCause.RESERVE_NOT_MET;
                PassCause cause = passedBefore == null ? unsold : passedBefore;
                assertEquals(List.of(new LotPassed(7, cause, bids, time(now))), market.events(LotPassed.class));
            } else {
                Offer best = affordable.get(0);
                int paddle = best.bidder() - FIRST_BIDDER + 1;
                assertEquals(
                        List.of(new LotAwarded(7, best.bidder(), paddle, best.price(), bids, time(now))),
                        market.events(LotAwarded.class));
            }
            assertArrayEquals(market.stateHash(), market.replayed().stateHash());
        }

        private boolean meets(Money price) {
            return reserve.fen() == 0 || price.compareTo(reserve) <= 0;
        }
    }
}
