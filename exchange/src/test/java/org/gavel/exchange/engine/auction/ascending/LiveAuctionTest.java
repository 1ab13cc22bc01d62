package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidUndone;
import org.gavel.protocol.event.CallReset;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.IncrementOverridden;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotCalled;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotPostponed;
import org.gavel.protocol.event.LotReopened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Three calls and the hammer: gap 3 s, grace 1 s, 1000 s at most. */
final class LiveAuctionTest {
    private final MarketFixture market = venue().at(0).on(7);

    private static LiveTerms terms(long reopenSeconds) {
        List<Step> ladder = List.of(new Step(Money.ZERO, yuan(10)));
        Duration reopen = Duration.ofSeconds(reopenSeconds);
        Duration most = Duration.ofSeconds(1000);
        return new LiveTerms(
                yuan(100), ladder, false, 0, false, Duration.ofSeconds(3), Duration.ofSeconds(1), most, reopen);
    }

    private static AnnounceLot lot(long reopenSeconds, Money deposit, Reserve reserve) {
        Title title = new Title("", "Live");
        List<org.gavel.protocol.value.PhaseTerms> phases = List.of(terms(reopenSeconds));
        return new AnnounceLot(7, title, SELLER, "PRIVATE_SALE", deposit, reserve, phases, 0, OutageRule.DEFAULT);
    }

    private MarketFixture opened(long reopenSeconds) {
        return market.staff(lot(reopenSeconds, Money.ZERO, Reserve.NONE)).open();
    }

    private MarketFixture call(long seconds, int stage) {
        return market.at(seconds).staff(new CallLot(7, stage, ""));
    }

    private void callThrice(long from) {
        call(from, 1).expectAccepted();
        call(from + 3, 2).expectAccepted();
        call(from + 6, 3).expectAccepted();
    }

    private MarketFixture hammer(long seconds) {
        return market.at(seconds).staff(new HammerLot(7, REASON));
    }

    private MarketFixture approved(long approver, Command command) {
        Origin origin = new Origin(CLERK, approver, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
        return market.apply(new Submission(market.market().time(), origin, command));
    }

    /** AM-H1. */
    @Test
    void anOnlineBidAfterTheThirdCallResetsTheCalls() {
        opened(0).bid(ALICE, yuan(100));
        callThrice(10);
        market.at(20).bid(BOB, yuan(110)).expectLeads(BOB, yuan(110));
        assertEquals(new CallReset(7, 3), market.last().get(1));
        hammer(20).expectRefused(RejectReason.CALL_RESET, 1).expectNothingChanged();
    }

    /** AM-H2. */
    @Test
    void aBidSequencedAfterTheHammerIsTooLateAndNamesIt() {
        opened(0).bid(ALICE, yuan(100));
        callThrice(10);
        hammer(20).expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, time(20)));
        long hammer = market.market().sequence();
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.LOT_CLOSED, hammer);
    }

    @Test
    void callsKeepTheirOrderAndTheirGap() {
        opened(0).bid(ALICE, yuan(100));
        hammer(5).expectRefused(RejectReason.CALL_OUT_OF_ORDER, 1);
        call(10, 2).expectRefused(RejectReason.CALL_OUT_OF_ORDER, 1);
        call(10, 1).expect(new LotCalled(7, 1, yuan(100), 1, time(10)));
        call(12, 2).expectRefused(RejectReason.CALL_TOO_SOON, 1_000_000).expectNothingChanged();
        call(13, 2).expectAccepted();
        call(16, 3).expectAccepted();
        hammer(19).expectRefused(RejectReason.CALL_TOO_SOON, 1_000_000);
    }

    @Test
    void belowTheReserveItPasses() {
        market.staff(lot(0, Money.ZERO, new Reserve(yuan(200), false, "")))
                .open()
                .bid(ALICE, yuan(100));
        callThrice(10);
        hammer(20).expect(new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(20)));
    }

    @Test
    void aBidFromTheTelephoneShowsItsChannel() {
        opened(0).apply(CLERK, Role.CLERK, Channel.PHONE, new PlaceBid(7, ALICE, yuan(100)));
        assertEquals(Channel.PHONE, market.events(BidAccepted.class).get(0).channel());
    }

    @Test
    void severalBidsAreUndoneByTwoPersons() {
        opened(0).bid(ALICE, yuan(100)).bid(BOB, yuan(110)).bid(CAROL, yuan(120));
        approved(0, new UndoBid(7, 3, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        approved(CLERK, new UndoBid(7, 3, REASON)).expectRefused(RejectReason.SAME_APPROVER);
        approved(501, new UndoBid(7, 3, REASON)).expect(new BidUndone(7, 3, 2, yuan(110), yuan(120), REASON));
        approved(501, new UndoBid(7, 1, REASON)).expect(new BidUndone(7, 1, 2, yuan(110), yuan(120), REASON));
        approved(501, new UndoBid(7, 2, REASON)).expect(new BidUndone(7, 2, 0, Money.ZERO, yuan(100), REASON));
        approved(501, new UndoBid(7, 2, REASON)).expectRefused(RejectReason.BID_UNKNOWN);
    }

    @Test
    void anIncrementOverriddenHoldsFromTheNextBidOn() {
        opened(0).bid(ALICE, yuan(100)).staff(new OverrideIncrement(7, yuan(50), REASON));
        market.expect(new IncrementOverridden(7, yuan(50), yuan(150), REASON));
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.OFF_INCREMENT, yuan(150));
    }

    @Test
    void aHammerTakenBackKeepsDepositsAndIsAwardedOnce() {
        market.staff(lot(60, yuan(5), Reserve.NONE)).hold(ALICE, BOB).open().bid(ALICE, yuan(100));
        callThrice(10);
        hammer(20).expect(new HammerFallen(7, 1, yuan(100), time(20), time(80)));
        market.at(30);
        market.tick();
        approved(501, new ReopenLot(7, REASON)).expect(new LotReopened(7, time(1010), REASON));
        market.bid(BOB, yuan(110)).expectLeads(BOB, yuan(110));
        callThrice(40);
        hammer(50).at(110).tick();
        market.expect(new LotAwarded(7, BOB, 2, yuan(110), 2, time(110)), new DepositReleased(7, ALICE, yuan(5)));
        approved(501, new ReopenLot(7, REASON)).expectRefused(RejectReason.REOPEN_TOO_LATE);
    }

    @Test
    void isPostponedAndTerminated() {
        market.staff(lot(0, Money.ZERO, Reserve.NONE)).staff(new PostponeLot(7, time(50), REASON));
        market.expect(new LotPostponed(7, time(50), REASON)).at(50).tick();
        approved(0, new TerminateLot(7, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        approved(501, new TerminateLot(7, REASON)).expect(new LotTerminated(7, REASON));
    }

    /** AM-L3. */
    @Test
    void aPauseKeepsExactlyFortySeconds() {
        opened(0).at(960).pause().expect(new LotPaused(7, PauseCause.CLERK, 40_000_000, REASON));
        market.at(2000).resume().expect(new LotResumed(7, time(2040), REASON));
    }

    /** The hammer falls only after three calls without a bid between, once; replay is equal. */
    @Test
    void randomClerksAndBiddersKeepTheRules() {
        for (long seed = 1; seed <= 40; seed++) {
            System.out.println("seed " + seed);
            Random random = new Random(seed);
            MarketFixture one =
                    venue().on(7).at(0).staff(lot(0, Money.ZERO, Reserve.NONE)).open();
            int calls = 0;
            int ends = 0;
            long price = 0;
            for (int at = 1; at < 900; at += 1 + random.nextInt(5)) {
                one.at(at);
                switch (random.nextInt(12)) {
                    case 0 -> one.bid(random.nextBoolean() ? ALICE : BOB, yuan(100 + 10 * random.nextInt(60)));
                    case 1 -> one.staff(new HammerLot(7, REASON));
                    default -> one.staff(new CallLot(7, Math.min(3, calls + 1), ""));
                }
                for (Event event : one.last()) {
                    if (event instanceof BidAccepted bid) {
                        assertTrue(bid.amount().fen() > price, "seed " + seed);
                        price = bid.amount().fen();
                        calls = 0;
                    } else if (event instanceof LotCalled called) {
                        assertEquals(++calls, called.call(), "seed " + seed);
                    } else if (event instanceof LotAwarded || event instanceof LotPassed) {
                        assertEquals(3, calls, "seed " + seed);
                        ends++;
                    }
                }
            }
            assertTrue(ends <= 1, "seed " + seed);
            assertArrayEquals(one.stateHash(), one.replayed().stateHash(), "seed " + seed);
        }
    }
}
