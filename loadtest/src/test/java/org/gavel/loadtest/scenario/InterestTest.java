package org.gavel.loadtest.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.loadtest.link.Wire;
import org.gavel.loadtest.venue.TinyAuction;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final long START = TinyAuction.START_FEN;
    private static final long RICH = 3 * START;

    @Test
    void holdsTheDepositBeforeTheFirstBid() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0);
        Intent first = hall.act();
        assertEquals(new HoldDeposit(Hall.LOT, 0), first.command());
        hall.answer(first, RejectReason.NONE);
        assertEquals(START, hall.act().fen());
    }

    @Test
    void sendsNothingMoreUntilTheAnswerHasCome() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0).holdsDeposit();
        Intent bid = hall.act();
        assertFalse(hall.rivalBids().wants());
        assertTrue(hall.answer(bid, RejectReason.NOT_HIGHER).wants());
    }

    @Test
    void doesNotBidAgainstItself() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0).holdsDeposit();
        Intent bid = hall.act();
        assertFalse(hall.answer(bid, RejectReason.NONE).wants(), "the answer came before the news");
        assertFalse(hall.bid(Hall.PADDLE, START).wants());
        assertTrue(hall.rivalBids().wants());
    }

    @Test
    void stopsAtItsValuation() {
        Hall hall = new Hall(Behaviour.JUMP, START + 3 * Hall.STEP, 1, 0).holdsDeposit();
        hall.rivalBids();
        assertTrue(hall.wants());
        hall.bid(2_000, START + 3 * Hall.STEP);
        assertFalse(hall.wants());
    }

    @Test
    void waitsWhileTheLotIsPausedAndGoesOnAfterwards() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0).holdsDeposit();
        assertFalse(hall.tell("LotPaused", Wire.object()).wants());
        assertTrue(hall.tell("LotResumed", hall.closing()).wants());
    }

    @Test
    void isDoneWithALotThatHasEnded() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0).holdsDeposit();
        assertFalse(hall.tell("LotAwarded", Wire.object()).wants());
    }

    @Test
    void holdsNoDepositBeyondItsMeansUntilMoneyComes() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0);
        hall.answer(hall.act(), RejectReason.DEPOSIT_INSUFFICIENT);
        assertFalse(hall.wants());
        hall.interest.funded();
        assertTrue(hall.rivalBids().wants());
    }

    @Test
    void leavesTheLotAloneAfterManyRefusals() {
        Hall hall = new Hall(Behaviour.STEADY, RICH, 1, 0).holdsDeposit();
        for (int i = 0; i < Interest.MAX_REFUSALS; i++) {
            hall.answer(hall.act(), RejectReason.LOT_NOT_OPEN);
        }
        assertFalse(hall.wants());
    }

    @Test
    void aSniperBidsInTheLastSecondsAndAgainAfterAnExtension() {
        Hall hall = new Hall(Behaviour.SNIPER, RICH, 1, 0).holdsDeposit();
        assertInLastSeconds(hall);
        hall.now = hall.lot.closesAt() - 9_000_000;
        hall.rivalBids().tell("LotExtended", hall.closing());
        assertInLastSeconds(hall);
    }

    private static void assertInLastSeconds(Hall hall) {
        long lead = hall.lot.closesAt() - hall.interest.wakeAt();
        assertTrue(lead > 0 && lead <= 8_000_000, "bids " + lead + " us before the close");
    }

    @Test
    void aSniperLeavesWallTimeForTheWayHoweverFastTheVenuesClock() {
        Hall hall = new Hall(Behaviour.SNIPER, RICH, 1, 0).holdsDeposit();
        Moment fast = new Moment(hall.now, 1_000.0);
        long wakeAt = Behaviour.SNIPER.wakeAt(hall.lot, fast, new SplittableRandom(1));
        assertTrue(hall.lot.closesAt() - wakeAt >= 25_000_000);
    }

    @Test
    void bidsOnlyLawfullyButForItsMistakes() {
        for (long seed = 1; seed <= 200; seed++) {
            for (Behaviour behaviour : Behaviour.values()) {
                playLawfully(behaviour, seed);
            }
        }
    }

    private static void playLawfully(Behaviour behaviour, long seed) {
        SplittableRandom rival = new SplittableRandom(seed);
        long valuation = START + rival.nextLong(2 * START);
        Hall hall = new Hall(behaviour, valuation, seed, 200).holdsDeposit();
        for (int turn = 0; turn < 60; turn++) {
            if (hall.wants() && rival.nextInt(3) > 0) {
                bidLawfully(hall, valuation, "seed " + seed + " " + behaviour + " turn " + turn);
            } else {
                hall.rivalBids();
            }
        }
    }

    private static void bidLawfully(Hall hall, long valuation, String where) {
        boolean leading = hall.lot.leader() == Hall.PADDLE;
        long minimum = hall.lot.nextMinimumFen();
        Intent intent = hall.act();
        assertTrue(intent.isBid() && intent.fen() <= valuation, where + ": above its valuation");
        boolean lawful = !leading && intent.fen() >= minimum && (intent.fen() - minimum) % Hall.STEP == 0;
        assertEquals(!lawful, intent.mistake(), where + ": " + intent);
        hall.answer(intent, lawful ? RejectReason.NONE : RejectReason.BELOW_INCREMENT);
        if (lawful) {
            hall.bid(Hall.PADDLE, intent.fen());
        }
    }

    @Test
    void theSameSeedToldTheSameDecidesTheSame() {
        for (Behaviour behaviour : Behaviour.values()) {
            assertEquals(decisions(behaviour, 42), decisions(behaviour, 42));
        }
    }

    private static List<String> decisions(Behaviour behaviour, long seed) {
        Hall hall = new Hall(behaviour, RICH, seed, 100).holdsDeposit();
        List<String> decisions = new ArrayList<>();
        for (int turn = 0; turn < 30; turn++) {
            if (hall.wants()) {
                Intent intent = hall.act();
                decisions.add(hall.now + " " + intent);
                hall.answer(intent, RejectReason.BELOW_INCREMENT);
            }
            hall.rivalBids();
        }
        return decisions;
    }
}
