package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Poison;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.PriorityMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command about a lot in every state of the lot: what it answers, and that a refusal changes nothing. */
final class LotStateTableTest {
    private static final int LOT = 6;

    private static LotPlan plan() {
        return lot(LOT).start(Poison.START);
    }

    /** A market whose lot 6 is in the state of this name. */
    private static MarketFixture in(String state) {
        MarketFixture market =
                MarketFixture.venue(Poison.at(Poison.Point.CHECK)).at(0).on(LOT);
        return switch (state) {
            case "UNKNOWN" -> market;
            case "ANNOUNCED" -> market.announce(plan());
            case "SCHEDULED" -> market.announce(plan().opensAt(5000));
            case "IN_ROADSHOW" -> market.announce(plan()).roadshow(1, 60, LOT);
            case "OPEN" -> market.open(plan());
            case "PAUSED" -> market.open(plan()).pause();
            case "STOPPED" -> market.open(plan()).nodeStops();
            case "SUSPENDED" -> market.open(plan()).bid(ALICE, Poison.START).bid(BOB, Poison.BID);
            case "CLOSING" -> asking(market);
            case "CLOSING_PAUSED" -> asking(market).pause();
            case "AWARDED" ->
                market.open(plan()).bid(ALICE, Poison.START).at(1000).tick();
            case "PASSED" -> market.open(plan()).at(1000).tick();
            case "WITHDRAWN" -> market.announce(plan()).withdraw();
            default -> throw new IllegalArgumentException(state);
        };
    }

    /** Bidding is over and Bob, who has a priority, is asked. */
    private static MarketFixture asking(MarketFixture market) {
        market.announce(plan().priority(PriorityMode.INQUIRY_AFTER, 60)).grant(BOB, 0);
        return market.open().bid(ALICE, Poison.START).at(1000).tick();
    }

    private static void give(MarketFixture market, String command) {
        switch (command) {
            case "announce" -> market.announce(plan());
            case "hold" -> market.by(CAROL, new HoldDeposit(LOT, 0));
            case "open" -> market.staff(new OpenLot(LOT, REASON));
            case "bid" -> market.by(CAROL, new PlaceBid(LOT, 0, yuan(700)));
            case "takeBack" -> market.by(CAROL, new WithdrawBid(LOT));
            case "pause" -> market.staff(new PauseLot(LOT, REASON));
            case "resume" -> market.staff(new ResumeLot(LOT, REASON));
            case "withdraw" -> market.staff(new WithdrawLot(LOT, REASON));
            case "roadshow" -> market.roadshow(2, 60, LOT);
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void check(String state, String command, RejectReason expected) {
        MarketFixture market = in(state);
        give(market, command);
        assertEquals(expected, market.request().reason(), () -> command + " while " + state + ": " + market.last());
        if (expected != RejectReason.NONE) {
            assertEquals(1, market.last().size(), () -> market.last().toString());
            market.expectNothingChanged();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "UNKNOWN,     NONE,       LOT_UNKNOWN,   LOT_UNKNOWN,   LOT_UNKNOWN",
        "ANNOUNCED,   LOT_EXISTS, NONE,          NONE,          LOT_NOT_OPEN",
        "SCHEDULED,   LOT_EXISTS, NONE,          NONE,          LOT_NOT_OPEN",
        "IN_ROADSHOW, LOT_EXISTS, NONE,          LOT_IN_ROADSHOW, LOT_NOT_OPEN",
        "OPEN,        LOT_EXISTS, NONE,          NOT_AWAITING,  NONE",
        "PAUSED,      LOT_EXISTS, NONE,          NOT_AWAITING,  LOT_PAUSED",
        "CLOSING,     LOT_EXISTS, NONE,          NOT_AWAITING,  LOT_CLOSED",
        "CLOSING_PAUSED, LOT_EXISTS, NONE,       NOT_AWAITING,  LOT_PAUSED",
        "STOPPED,     LOT_EXISTS, NONE,          NOT_AWAITING,  LOT_PAUSED",
        "SUSPENDED,   LOT_EXISTS, NONE,          NOT_AWAITING,  LOT_SUSPENDED",
        "AWARDED,     LOT_EXISTS, LOT_CLOSED,    ALREADY_ENDED, LOT_CLOSED",
        "PASSED,      LOT_EXISTS, LOT_CLOSED,    ALREADY_ENDED, LOT_CLOSED",
        "WITHDRAWN,   LOT_EXISTS, LOT_WITHDRAWN, ALREADY_ENDED, LOT_WITHDRAWN"
    })
    void admissionsOpeningsAndBids(
            String state, RejectReason announce, RejectReason hold, RejectReason open, RejectReason bid) {
        check(state, "announce", announce);
        check(state, "hold", hold);
        check(state, "open", open);
        check(state, "bid", bid);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "UNKNOWN,     LOT_UNKNOWN,   LOT_UNKNOWN,   LOT_UNKNOWN,   LOT_UNKNOWN",
        "ANNOUNCED,   LOT_NOT_OPEN,  NOT_PAUSED,    NONE,          NONE",
        "SCHEDULED,   LOT_NOT_OPEN,  NOT_PAUSED,    NONE,          NOT_AWAITING",
        "IN_ROADSHOW, LOT_NOT_OPEN,  NOT_PAUSED,    NONE,          LOT_IN_ROADSHOW",
        "OPEN,        NONE,          NOT_PAUSED,    WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "PAUSED,      LOT_NOT_OPEN,  NONE,          WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "CLOSING,     NONE,          NOT_PAUSED,    WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "CLOSING_PAUSED, LOT_NOT_OPEN, NONE,        WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "STOPPED,     LOT_NOT_OPEN,  NONE,          WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "SUSPENDED,   LOT_NOT_OPEN,  NONE,          WITHDRAWAL_TOO_LATE, NOT_AWAITING",
        "AWARDED,     ALREADY_ENDED, ALREADY_ENDED, ALREADY_ENDED, NOT_AWAITING",
        "PASSED,      ALREADY_ENDED, ALREADY_ENDED, ALREADY_ENDED, NOT_AWAITING",
        "WITHDRAWN,   ALREADY_ENDED, ALREADY_ENDED, ALREADY_ENDED, NOT_AWAITING"
    })
    void interruptionsWithdrawalsAndRoadshows(
            String state, RejectReason pause, RejectReason resume, RejectReason withdraw, RejectReason roadshow) {
        check(state, "pause", pause);
        check(state, "resume", resume);
        check(state, "withdraw", withdraw);
        check(state, "roadshow", roadshow);
    }

    /** Auction Law art. 36: whatever the lot, a bid is not taken back. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "UNKNOWN",
        "ANNOUNCED",
        "SCHEDULED",
        "IN_ROADSHOW",
        "OPEN",
        "PAUSED",
        "CLOSING",
        "CLOSING_PAUSED",
        "STOPPED",
        "SUSPENDED",
        "AWARDED",
        "PASSED",
        "WITHDRAWN"
    })
    void bidsAreNotTakenBack(String state) {
        check(state, "takeBack", RejectReason.BID_IRREVOCABLE);
    }
}
