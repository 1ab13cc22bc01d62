package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.reference.NaiveScores.Offer;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SealedCommitment;
import org.junit.jupiter.api.Test;

/** Random tenders, sales and challenges: silent panels, envelopes left closed, ties and pauses, beside a naive model. */
final class ScoredTenderPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int TENDERS = Effort.times(2_000);
    private static final int FIRST_BIDDER = 21;
    private static final Money DEPOSIT = yuan(50);
    private static final String SALT = "5a".repeat(32);
    private static final String HASH = "b7".repeat(32);

    @Test
    void awardsForfeitsAndScoresAsTheModelDoes() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < TENDERS; i++) {
            new Tender(SEED + i).play();
        }
    }

    /** One lot; second by second as announced, later by what it was paused. */
    private static final class Tender {
        private final long seed;
        private final SplittableRandom random;
        private final MarketFixture market = venue();
        private final boolean challenge;
        private final ScoreRule rule;
        private final int minBidders;
        private final int maxAwards;
        private final int minScore;
        private final Money reserve;
        private final int bidders;

        private final Map<Integer, Money> sent = new LinkedHashMap<>();
        private final Map<Integer, Integer> qualities = new TreeMap<>();
        private final List<Offer> offers = new ArrayList<>();
        private final TreeSet<Integer> forfeited = new TreeSet<>();
        private long now;

        Tender(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            challenge = random.nextBoolean();
            int priceWeight = random.nextInt(3) == 0 ? 5_000 : 1 + random.nextInt(9_999);
            int minQuality = random.nextInt(3) == 0 ? 40 * 100 : 0;
            rule = new ScoreRule(
                    priceWeight, 10_000 - priceWeight, minQuality, Duration.ofSeconds(60), random.nextInt(3));
            minBidders = 1 + random.nextInt(3);
            maxAwards = challenge ? 1 + random.nextInt(3) : 1;
            minScore = challenge && random.nextBoolean() ? random.nextInt(9_000) : 0;
            bidders = 1 + random.nextInt(6);
            reserve =
                    random.nextBoolean() ? Money.ZERO : yuan(challenge ? 2 + random.nextInt(7) : 3 + random.nextInt(7));
        }

        private PhaseTerms terms() {
            Duration submission = Duration.ofSeconds(100);
            Duration reveal = Duration.ofSeconds(50);
            return challenge
                    ? new ChallengeTerms(yuan(8), submission, reveal, rule, minBidders, maxAwards, minScore)
                    : new ScoredTerms(yuan(3), submission, reveal, rule, minBidders);
        }

        void play() {
            try {
                open();
                submit();
                at(100);
                PassCause passed = sent.size() < minBidders
                        ? (sent.isEmpty() ? PassCause.NO_BID : PassCause.MIN_BIDDERS)
                        : scored();
                if (passed == null) {
                    reveal();
                    at(50);
                }
                check(passed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed + ": " + e, e);
            }
        }

        private void open() {
            market.at(0)
                    .announce(
                            LotPlan.lot(7).deposit(DEPOSIT).openReserve(reserve).phases(terms()));
            for (int bidder = FIRST_BIDDER; bidder < FIRST_BIDDER + bidders; bidder++) {
                market.staff(new RegisterParticipant(bidder, ""));
                market.staff(new CreditDeposit(bidder, WEALTH, "bank"));
                market.hold(bidder);
            }
            market.open().expectAccepted();
        }

        /** The stage ends so many seconds after it began, not counting a pause in the middle of it. */
        private void at(long seconds) {
            if (random.nextInt(3) == 0) {
                market.at(now + seconds / 2).pause();
                now += random.nextInt(5_000);
                market.at(now + seconds / 2).resume();
            }
            now += seconds;
            market.at(now).tick();
        }

        private int paddle(int bidder) {
            return bidder - FIRST_BIDDER + 1;
        }

        private int anybody() {
            return FIRST_BIDDER + random.nextInt(bidders);
        }

        private void submit() {
            for (int i = random.nextInt(10); i > 0; i--) {
                int bidder = anybody();
                Money price = yuan(1 + random.nextInt(10));
                market.by(bidder, new SubmitProposal(7, 0, HASH));
                assertEquals(challenge ? RejectReason.NONE : RejectReason.WRONG_PHASE, reason());
                market.by(bidder, new SubmitEnvelope(7, 0, commitment(bidder, price), ""));
                sent.remove(bidder);
                sent.put(bidder, price);
            }
        }

        private String commitment(int bidder, Money price) {
            return SealedCommitment.of(7, paddle(bidder), price, SALT);
        }

        private RejectReason reason() {
            return market.request().reason();
        }

        /** Null where prices are opened next, else why the lot has passed. */
        private PassCause scored() {
            for (int tries = 0; tries <= rule.extensions(); tries++) {
                for (int i = random.nextInt(9); i > 0; i--) {
                    score(anybody());
                }
                if (random.nextInt(3) > 0) {
                    List.copyOf(sent.keySet()).forEach(this::score);
                }
                at(60);
                if (qualities.keySet().equals(sent.keySet())) {
                    boolean any = qualities.values().stream().anyMatch(quality -> quality >= rule.minQuality());
                    return any ? null : PassCause.BELOW_MINIMUM_SCORE;
                }
            }
            return PassCause.NOT_SCORED;
        }

        private void score(int bidder) {
            List<PanelScore> panel = new ArrayList<>();
            for (int member = 1; member <= 1 + random.nextInt(3); member++) {
                panel.add(new PanelScore(member, 1_000 * random.nextInt(11)));
            }
            int quality = RecordScores.mean(panel);
            market.approved(501, new RecordScores(7, bidder, quality, panel, HASH));
            boolean isBidder = sent.containsKey(bidder);
            assertEquals(isBidder ? RejectReason.NONE : RejectReason.NOTHING_TO_SCORE, reason());
            if (isBidder) {
                qualities.put(bidder, quality);
            }
        }

        private void reveal() {
            for (Map.Entry<Integer, Money> envelope : sent.entrySet()) {
                int bidder = envelope.getKey();
                Money price = envelope.getValue();
                boolean admitted = qualities.get(bidder) >= rule.minQuality();
                if (random.nextInt(5) == 0) {
                    if (admitted) {
                        forfeited.add(bidder);
                    }
                    continue;
                }
                market.by(bidder, new OpenEnvelope(7, 0, price, SALT));
                assertEquals(admitted ? RejectReason.NONE : RejectReason.NOT_ADMITTED, reason());
                boolean counts = challenge ? price.fen() <= yuan(8).fen() : price.fen() >= yuan(3).fen();
                if (admitted && counts) {
                    offers.add(new Offer(bidder, price, qualities.get(bidder)));
                }
            }
        }

        private <E extends Event> List<E> all(Class<E> kind) {
            return market.history().stream()
                    .flatMap(List::stream)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        private void check(PassCause passedBefore) {
            NaiveScores scores = new NaiveScores(rule, challenge);
            List<Offer> ranked = scores.ranked(offers);
            List<OfferScored> told = all(OfferScored.class);
            assertEquals(
                    ranked.stream().map(Offer::bidder).toList(),
                    told.stream().map(OfferScored::bidder).toList());
            for (int i = 0; i < ranked.size(); i++) {
                assertEquals(
                        scores.points(ranked.get(i), offers).tenThousandths(),
                        told.get(i).score());
                assertEquals(i + 1, told.get(i).rank());
            }
            List<Offer> winners = ranked.stream()
                    .filter(offer -> meets(offer) && reaches(scores, offer))
                    .limit(maxAwards)
                    .toList();
            checkEnd(winners, passedBefore == null ? whyUnsold() : passedBefore);
            assertArrayEquals(market.stateHash(), market.replayed().stateHash());
        }

        private boolean meets(Offer offer) {
            int compared = offer.price().compareTo(reserve);
            return reserve.fen() == 0 || (challenge ? compared <= 0 : compared >= 0);
        }

        private boolean reaches(NaiveScores scores, Offer offer) {
            NaiveScores.Points least = new NaiveScores.Points(BigInteger.valueOf(minScore), BigInteger.valueOf(100));
            return !least.isAbove(scores.points(offer, offers));
        }

        private PassCause whyUnsold() {
            if (offers.isEmpty()) {
                return PassCause.NO_BID;
            }
            return offers.stream().anyMatch(this::meets) ? PassCause.BELOW_MINIMUM_SCORE : PassCause.RESERVE_NOT_MET;
        }

        private void checkEnd(List<Offer> winners, PassCause unsold) {
            List<Integer> awarded =
                    all(LotAwarded.class).stream().map(LotAwarded::winner).toList();
            assertEquals(winners.stream().map(Offer::bidder).toList(), awarded);
            for (int i = 0; i < winners.size(); i++) {
                assertEquals(
                        winners.get(i).price(), all(LotAwarded.class).get(i).amount());
                assertEquals(
                        MarketFixture.time(now), all(LotAwarded.class).get(i).closedAt());
            }
            List<PassCause> passed =
                    all(LotPassed.class).stream().map(LotPassed::cause).toList();
            assertEquals(winners.isEmpty() ? List.of(unsold) : List.of(), passed);
            assertEquals(
                    List.copyOf(forfeited),
                    all(DepositForfeited.class).stream()
                            .map(DepositForfeited::participant)
                            .toList());
            int released = all(DepositReleased.class).size();
            assertEquals(bidders, released + forfeited.size() + winners.size());
        }
    }
}
