package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Random rounds of envelopes, with an envelope key and without, the engine beside a model that sorts a list. */
final class SealedBidPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int LOTS = Effort.times(1_000);
    private static final int FIRST_BIDDER = 21;
    private static final Money DEPOSIT = yuan(50);
    private static final String CIPHERTEXT = "A".repeat(EnvelopeKey.CIPHERTEXT_LENGTH);
    private static final EnvelopeKey KEY = new EnvelopeKey(
            "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
            2,
            List.of("exchange", "notary"));

    /** Who sent what, in the order of sending. */
    private record Sent(int bidder, Money amount, String salt) {}

    @Test
    void awardsAndForfeitsAsTheModelDoes() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < LOTS; i++) {
            new Round(new SplittableRandom(SEED + i)).play();
        }
    }

    /** One lot. */
    private static final class Round {
        private final SplittableRandom random;
        private final MarketFixture market = venue();
        private final int bidders;
        private final boolean keyed;
        private final SealedTerms terms;
        private final Reserve reserve;
        private final TreeSet<Integer> forfeited = new TreeSet<>();
        private final TreeSet<Integer> voided = new TreeSet<>();
        private final List<Sent> counted = new ArrayList<>();
        private long standing;
        private int leader;
        private int valid;
        private long end;

        Round(SplittableRandom random) {
            this.random = random;
            this.bidders = 1 + random.nextInt(5);
            this.keyed = random.nextBoolean();
            boolean second = random.nextBoolean();
            this.terms = new SealedTerms(
                    yuan(5),
                    Duration.ofSeconds(100),
                    Duration.ofSeconds(100),
                    second ? SealedPricing.SECOND : SealedPricing.FIRST,
                    random.nextInt(3),
                    second ? 1 : 1 + random.nextInt(4),
                    keyed ? KEY : EnvelopeKey.NONE);
            this.reserve = random.nextBoolean() ? Reserve.NONE : new Reserve(yuan(5 + random.nextInt(20)), false, "");
        }

        void play() {
            for (int i = 0; i < bidders; i++) {
                market.staff(new RegisterParticipant(FIRST_BIDDER + i, ""));
                market.staff(new CreditDeposit(FIRST_BIDDER + i, WEALTH, "bank"));
            }
            market.at(0)
                    .staff(new AnnounceLot(
                            7,
                            new Title("", "Lot"),
                            SELLER,
                            "PRIVATE_SALE",
                            DEPOSIT,
                            reserve,
                            List.of(terms),
                            0,
                            OutageRule.DEFAULT));
            market.on(7);
            for (int i = 0; i < bidders; i++) {
                market.hold(FIRST_BIDDER + i);
            }
            market.open();
            long at = 0;
            int left = terms.rounds();
            while (left > 0 && round(at)) {
                at += 200;
                left--;
            }
            market.at(end).tick();
            check();
        }

        /** Whether the next round, if there is one, begins. */
        private boolean round(long at) {
            List<Sent> sent = submit(at);
            end = at + 100;
            if (sent.isEmpty()) {
                return false;
            }
            end = at + 200;
            List<Sent> opened = reveal(at + 100, sent);
            sent.stream()
                    .filter(one -> !opened.contains(one))
                    .filter(this::isAtFault)
                    .forEach(one -> forfeited.add(one.bidder));
            voided.clear();
            List<Sent> good = new ArrayList<>(opened);
            good.removeIf(one -> one.amount.fen() < 500 || one.amount.fen() <= standing);
            valid += good.size();
            counted.clear();
            counted.addAll(good);
            counted.sort(Comparator.comparing(Sent::amount).reversed());
            if (good.isEmpty()) {
                return false;
            }
            standing = counted.get(0).amount.fen();
            leader = counted.get(0).bidder;
            return true;
        }

        /** With a key only whoever's envelope two people voided. */
        private boolean isAtFault(Sent one) {
            return !keyed || voided.contains(one.bidder);
        }

        private List<Sent> submit(long at) {
            List<Sent> sent = new ArrayList<>();
            Map<Integer, Integer> counts = new TreeMap<>();
            int tries = random.nextInt(9);
            for (int i = 0; i < tries; i++) {
                market.at(at + i);
                int bidder = FIRST_BIDDER + random.nextInt(bidders);
                Sent one = new Sent(bidder, yuan(1 + random.nextInt(30)), hex());
                boolean encrypted = random.nextInt(4) > 0;
                market.by(bidder, new SubmitEnvelope(7, 0, commitment(one), encrypted ? CIPHERTEXT : ""));
                RejectReason expected = expected(bidder, counts.getOrDefault(bidder, 0), encrypted);
                assertEquals(expected, market.request().reason());
                if (expected == RejectReason.NONE) {
                    counts.merge(bidder, 1, Integer::sum);
                    sent.removeIf(before -> before.bidder == bidder);
                    sent.add(one);
                }
            }
            return sent;
        }

        private RejectReason expected(int bidder, int count, boolean encrypted) {
            if (forfeited.contains(bidder)) {
                return RejectReason.DEPOSIT_FORFEITED;
            }
            if (bidder == leader) {
                return RejectReason.ALREADY_LEADING;
            }
            if (keyed && !encrypted) {
                return RejectReason.ENVELOPE_NOT_ENCRYPTED;
            }
            boolean usedUp = terms.maxEnvelopes() > 0 && count >= terms.maxEnvelopes();
            return usedUp ? RejectReason.ENVELOPES_USED_UP : RejectReason.NONE;
        }

        private List<Sent> reveal(long at, List<Sent> sent) {
            List<Sent> opened = new ArrayList<>();
            market.at(at).tick();
            for (Sent one : sent) {
                if (random.nextInt(4) == 0) {
                    Money wrong = new Money(one.amount.fen() + 1);
                    market.by(one.bidder, new OpenEnvelope(7, 0, wrong, one.salt));
                    market.expectRefused(RejectReason.ENVELOPE_MISMATCH);
                }
                if (random.nextInt(3) == 0) {
                    voidEnvelope(one.bidder);
                }
                if (random.nextInt(4) > 0) {
                    market.by(one.bidder, new OpenEnvelope(7, 0, one.amount, one.salt))
                            .expectAccepted();
                    opened.add(one);
                }
            }
            return opened;
        }

        private void voidEnvelope(int bidder) {
            Origin two = new Origin(CLERK, CLERK + 1, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
            VoidEnvelope command = new VoidEnvelope(7, bidder, EnvelopeFault.MISMATCH, REASON);
            market.apply(new Submission(market.market().time(), two, command));
            if (keyed) {
                market.expectAccepted();
                voided.add(bidder);
            } else {
                market.expectRefused(RejectReason.NO_ENVELOPE_KEY);
            }
        }

        private void check() {
            List<Event> all = market.history().stream().flatMap(List::stream).toList();
            TreeSet<Integer> lost = new TreeSet<>();
            int released = 0;
            for (Event event : all) {
                if (event instanceof DepositForfeited one) {
                    lost.add(one.participant());
                } else if (event instanceof DepositReleased) {
                    released++;
                }
            }
            assertEquals(forfeited, lost);
            boolean sold = leader != 0 && standing >= reserve.amount().fen();
            assertEquals(bidders - forfeited.size() - (sold ? 1 : 0), released);
            List<LotAwarded> awards = kind(all, LotAwarded.class);
            assertEquals(sold ? 1 : 0, awards.size());
            assertEquals(sold ? 0 : 1, kind(all, LotPassed.class).size());
            if (sold) {
                int paddle = leader - FIRST_BIDDER + 1;
                assertEquals(new LotAwarded(7, leader, paddle, price(), valid, time(end)), awards.get(0));
            }
            assertArrayEquals(market.stateHash(), market.replayed().stateHash());
        }

        private Money price() {
            if (terms.pricing() == SealedPricing.FIRST) {
                return new Money(standing);
            }
            long second = counted.size() > 1 ? counted.get(1).amount.fen() : 500;
            return new Money(Math.max(second, reserve.amount().fen()));
        }

        private static <E extends Event> List<E> kind(List<Event> events, Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private String commitment(Sent one) {
            return SealedCommitment.of(7, one.bidder - FIRST_BIDDER + 1, one.amount, one.salt);
        }

        private String hex() {
            return String.format(java.util.Locale.ROOT, "%016x", random.nextLong())
                    .repeat(4);
        }
    }
}
