package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

/** Free bidding, an inquiry and limited bidding, at random times beside a naive model of the three (market-rules 2.6). */
final class InquiryPropertyTest {
    private static final int SCHEDULES = Effort.times(3_000);
    private static final int ACTS = 40;
    private static final int FREE = 20;
    private static final int INQUIRY = 10;
    private static final int CYCLE = 8;
    private static final int[] BIDDERS = {ALICE, BOB, CAROL};
    private static final List<Step> STEPS = List.of(new Step(Money.ZERO, yuan(1)));

    /** Time is the lot's own clock in seconds, which stands still while the lot is paused. */
    private static final class Model {
        private final Set<Integer> quoted = new LinkedHashSet<>();
        private final Set<Integer> confirmed = new LinkedHashSet<>();
        private long price;
        private int leader;
        private long lastLimited = FREE + INQUIRY;

        boolean isOver(long at) {
            boolean nobodyGoesOn = at >= FREE + INQUIRY && confirmed.isEmpty();
            return nobodyGoesOn || at >= lastLimited + CYCLE;
        }

        RejectReason bid(long at, int bidder, long amount) {
            RejectReason refusal = judge(at, bidder, amount);
            if (refusal == RejectReason.NONE) {
                price = amount;
                leader = bidder;
                quoted.add(bidder);
                lastLimited = at < FREE ? lastLimited : at;
            }
            return refusal;
        }

        private RejectReason judge(long at, int bidder, long amount) {
            if (isOver(at)) {
                return RejectReason.LOT_CLOSED;
            }
            if (at >= FREE && at < FREE + INQUIRY) {
                return RejectReason.WRONG_PHASE;
            }
            if (at >= FREE && !confirmed.contains(bidder)) {
                return quoted.contains(bidder) ? RejectReason.INQUIRY_MISSED : RejectReason.NO_LISTING_QUOTE;
            }
            if (leader == 0) {
                return amount < 50 ? RejectReason.BELOW_START : RejectReason.NONE;
            }
            if (leader == bidder) {
                return RejectReason.ALREADY_LEADING;
            }
            return amount > price ? RejectReason.NONE : RejectReason.NOT_HIGHER;
        }

        RejectReason answer(long at, int bidder, boolean accepts) {
            if (isOver(at)) {
                return RejectReason.LOT_CLOSED;
            }
            if (at < FREE || at >= FREE + INQUIRY) {
                return RejectReason.WRONG_PHASE;
            }
            if (!quoted.contains(bidder)) {
                return RejectReason.NO_LISTING_QUOTE;
            }
            if (accepts) {
                confirmed.add(bidder);
            } else {
                confirmed.remove(bidder);
            }
            return RejectReason.NONE;
        }
    }

    @Test
    void decidesAsTheModelDoes() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            run(seed);
        }
    }

    private static void run(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Model model = new Model();
        MarketFixture market = MarketFixture.venue().at(0);
        market.open(lot(7).phases(
                        new EnglishTerms(yuan(50), STEPS, false, 0, Duration.ofSeconds(FREE), SoftClose.NONE, false),
                        new InquiryTerms(Duration.ofSeconds(INQUIRY)),
                        new TimedTerms(yuan(50), STEPS, false, 0, Duration.ofSeconds(CYCLE), Duration.ZERO, false)));
        long at = 0;
        long paused = 0;
        for (int act = 0; act < ACTS; act++) {
            at += random.nextInt(4);
            if (!model.isOver(at) && random.nextInt(10) == 0) {
                market.at(at + paused).pause().expectAccepted();
                paused += random.nextInt(15);
                market.at(at + paused).resume().expectAccepted();
            }
            market.at(at + paused);
            RejectReason expected = act(random, model, market, at);
            assertEquals(expected, market.request().reason(), "seed " + seed + ", act " + act + ", second " + at);
        }
        market.at(at + paused + FREE + INQUIRY + CYCLE).tick();
        assertEquals(model.leader, winner(market), "seed " + seed);
    }

    private static RejectReason act(SplittableRandom random, Model model, MarketFixture market, long at) {
        int bidder = BIDDERS[random.nextInt(BIDDERS.length)];
        if (random.nextInt(3) == 0) {
            boolean accepts = random.nextInt(4) > 0;
            market.by(bidder, new AnswerInquiry(7, 0, accepts));
            return model.answer(at, bidder, accepts);
        }
        long amount = Math.max(49, model.price + random.nextInt(3));
        market.bid(bidder, yuan(amount));
        return model.bid(at, bidder, amount);
    }

    /** Who has won, 0 where the lot passed; every lot ends once. */
    private static int winner(MarketFixture market) {
        List<Event> ends = market.history().stream()
                .flatMap(List::stream)
                .filter(event -> event instanceof LotAwarded || event instanceof LotPassed)
                .toList();
        assertEquals(1, ends.size());
        return ends.get(0) instanceof LotAwarded awarded ? awarded.winner() : 0;
    }
}
