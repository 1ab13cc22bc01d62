package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lot pauses when at least half of its bidders are missing, and goes on by its own rule. */
final class ConnectivityTest {
    private static final String MISSING =
            "Too many of the lot's bidders cannot reach the venue; bidding keeps the time it has left.";
    private static final String REACHED = "The lot's bidders can reach the venue again.";

    private final MarketFixture market = venue().at(0);

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static LotPlan watched() {
        return lot(7).connectivity(50, 10);
    }

    private MarketFixture reported(int seen, int missing) {
        return market.system(new ReportConnectivity(7, seen, missing));
    }

    private static LotPaused paused(long remainingSeconds) {
        return new LotPaused(7, PauseCause.CONNECTIVITY, remainingSeconds * 1_000_000, MISSING);
    }

    @Test
    void pausesAsSoonAsSoManyAreMissingAndNotBefore() {
        market.open(watched()).at(960);
        reported(5, 2).expect();
        reported(4, 2).expect(paused(40));
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.LOT_PAUSED);
    }

    @Test
    void goesOnByItsRuleWithExactlyTheTimeThatWasLeft() {
        market.open(watched()).at(900).bid(ALICE, yuan(100)).at(960);
        reported(4, 2).expect(paused(40));
        market.at(2000);
        reported(4, 1).expect();
        market.at(2010).tick().expect(new LotResumed(7, time(2050), REACHED));
        market.at(2050).tick().expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, time(2050)));
    }

    @Test
    void staysPausedWhereTheyAreLostAgainBeforeItResumes() {
        market.open(watched()).at(960);
        reported(4, 4).expect(paused(40));
        market.at(2000);
        reported(4, 0).expect();
        market.at(2009);
        reported(4, 3).expect();
        market.at(5000).tick().expect();
        reported(4, 0);
        market.at(5001);
        reported(5, 0).expect();
        market.at(5010).tick().expect(new LotResumed(7, time(5050), REACHED));
    }

    @Test
    void waitsForTheClerkWhereItsRuleSaysSo() {
        market.open(lot(7).clerkResumes().connectivity(50, 10)).at(960);
        reported(4, 2);
        reported(4, 0);
        market.at(3000).tick().expect();
        market.resume().expect(new LotResumed(7, time(3040), REASON));
    }

    /** Else the same missing bidders would hold up the sale for ever. */
    @Test
    void isNotPausedAgainByThoseTheClerkWentOnWithout() {
        market.open(watched()).at(960);
        reported(4, 2);
        market.at(2000).resume();
        reported(4, 3).expect();
        reported(4, 1).expect();
        reported(4, 2).expect(paused(40));
    }

    @Test
    void countsNobodyWhoNeverCame() {
        market.open(watched());
        reported(0, 0).expect();
    }

    @Test
    void keepsToAPauseOfTheClerk() {
        market.open(watched()).pause();
        reported(4, 4).expectRefused(RejectReason.NOT_WATCHED).expectNothingChanged();
    }

    @Test
    void isLeftAloneWithoutSuchARuleAndBeforeItOpens() {
        market.announce(watched());
        reported(4, 4).expectRefused(RejectReason.NOT_WATCHED);
        market.open(lot(8)).system(new ReportConnectivity(8, 4, 4)).expectRefused(RejectReason.NOT_WATCHED);
        market.system(new ReportConnectivity(9, 4, 4)).expectRefused(RejectReason.LOT_UNKNOWN);
    }

    /** Closed stays closed, also where the report comes at the closing instant. */
    @Test
    void reopensNothing() {
        market.open(watched()).bid(ALICE, yuan(100)).at(1000);
        reported(4, 4);
        market.expect(
                new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)),
                new CommandRejected(0, ClientId.NONE, RejectReason.NOT_WATCHED, 0, 7));
    }

    @Test
    void isReportedByTheVenueAlone() {
        market.open(watched());
        market.staff(new ReportConnectivity(7, 4, 4)).expectRefused(RejectReason.OUT_OF_PLACE);
        market.by(BOB, new ReportConnectivity(7, 4, 4)).expectRefused(RejectReason.OUT_OF_PLACE);
    }

    /** After a restart everybody is new: the node's own rule applies. */
    @Test
    void goesOnAfterTheNodesRestart() {
        market.open(watched()).at(960);
        reported(4, 4);
        market.at(2000).nodeStarts().at(2010).tick().expect(new LotResumed(7, time(2050), REACHED));
    }
}
