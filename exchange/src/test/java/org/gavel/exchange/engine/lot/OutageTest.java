package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.NodeResumed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** An outage closes nothing: what was open keeps its time and goes on by its own rule. */
final class OutageTest {
    private static final String FOUND = "The venue's node was out; bidding keeps the time it had left.";
    private static final String STOPPED = "The venue's node stops; bidding keeps the time it has left.";
    private static final String BACK = "The venue's node is back.";

    private final MarketFixture market = venue();

    private static LotPaused out(long remainingSeconds) {
        return new LotPaused(7, PauseCause.OUTAGE, remainingSeconds * 1_000_000, FOUND);
    }

    private static NodeResumed back(long silenceSeconds) {
        return new NodeResumed(silenceSeconds * 1_000_000);
    }

    @Test
    void whatWasOpenPausesWithTheTimeItHadAtTheLastRecordAndResumesByItsRule() {
        market.at(0).open(lot(7)).at(960).bid(ALICE, yuan(100));
        market.at(2000).nodeStarts().expect(back(1040), out(40));
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.LOT_PAUSED);
        market.at(2010).tick().expect(new LotResumed(7, time(2050), BACK));
        market.at(2050).tick().expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, time(2050)));
    }

    @Test
    void theLastTimeTheRecordNamesIsTheOneThatCounts() {
        market.at(0).open(lot(7)).at(900).tick();
        market.at(2000).system(new NodeStarted(time(900), 0, "", 0, 1, "test", "MEMORY"));
        market.expect(back(1100), out(100));
    }

    @Test
    void aRuleOfNoDelayResumesAtOnce() {
        market.at(0).open(lot(7).resumesAfter(0)).at(900).tick();
        market.at(2000).nodeStarts();
        market.expect(back(1100), out(100), new LotResumed(7, time(2100), BACK));
    }

    @Test
    void whereTheClerkResumesItWaitsForTheClerk() {
        market.at(0).open(lot(7).clerkResumes()).at(900).tick();
        market.at(2000).nodeStarts().expect(back(1100), out(100));
        market.at(90_000).tick().expect();
        market.resume().expect(new LotResumed(7, time(90_100), REASON));
    }

    @Test
    void theClerkMayResumeBeforeTheRuleDoes() {
        market.at(0).open(lot(7)).at(900).tick().at(2000).nodeStarts();
        market.at(2005).resume().expect(new LotResumed(7, time(2105), REASON));
        market.at(2010).tick().expect();
        market.at(2105).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(2105)));
    }

    @Test
    void aSecondOutageBeforeTheResumptionPostponesIt() {
        market.at(0).open(lot(7)).at(900).tick();
        market.at(2000).nodeStarts().at(2003).tick();
        market.at(3000).nodeStarts().expect(back(997));
        market.at(3009).tick().expect();
        market.at(3010).tick().expect(new LotResumed(7, time(3110), BACK));
    }

    @Test
    void aSecondOutageAfterTheResumptionTakesWhatIsLeftThen() {
        market.at(0).open(lot(7)).at(900).tick();
        market.at(2000).nodeStarts().at(2010).tick().at(2040).tick();
        market.at(3000).nodeStarts().expect(back(960), out(70));
        market.at(3010).tick().expect(new LotResumed(7, time(3080), BACK));
    }

    @Test
    void whatTheClerkPausedStaysPausedThroughAnOutage() {
        market.at(0).open(lot(7)).at(900).pause().at(950).tick();
        market.at(2000).nodeStarts().expect(back(1050));
        market.at(9000).tick().expect();
        market.resume().expect(new LotResumed(7, time(9100), REASON));
    }

    @Test
    void aCleanStopPausesWithTheTimeThatIsLeftAndTheStartResumes() {
        market.at(0).open(lot(7)).at(900).nodeStops();
        market.expect(new LotPaused(7, PauseCause.STOP, 100_000_000, STOPPED));
        market.at(2000).nodeStarts().expect(back(1100));
        market.at(2010).tick().expect(new LotResumed(7, time(2110), BACK));
    }

    @Test
    void aCleanStopBeforeTheResumptionPostponesIt() {
        market.at(0)
                .open(lot(7))
                .at(900)
                .nodeStops()
                .at(2000)
                .nodeStarts()
                .at(2005)
                .nodeStops();
        market.expect();
        market.at(5000).nodeStarts().at(5010).tick().expect(new LotResumed(7, time(5110), BACK));
    }

    @Test
    void aCleanStopWhereTheClerkResumesWaitsForTheClerk() {
        market.at(0).open(lot(7).clerkResumes()).at(900).nodeStops();
        market.at(2000).nodeStarts().at(9000).tick().expect();
        market.resume().expect(new LotResumed(7, time(9100), REASON));
    }

    @Test
    void aScheduledOpeningThatFellIntoTheOutageFollowsTheStart() {
        market.at(0).announce(lot(7).opensAt(100)).at(50).tick();
        market.at(2000).nodeStarts().expect(back(1950));
        market.at(2010).tick().expect(new LotOpened(7, 1, time(3010), yuan(100), ""));
    }

    @Test
    void aScheduledOpeningThatLiesAheadStaysWhereItIs() {
        market.at(0).announce(lot(7).opensAt(5000)).at(50).nodeStops();
        market.at(2000).nodeStarts().expect(back(1950));
        market.at(5000).tick().expect(new LotOpened(7, 1, time(6000), yuan(100), ""));
    }

    @Test
    void theRoadshowKeepsTheGapBetweenItsLots() {
        market.at(0).announce(lot(7)).announce(lot(8)).roadshow(1, 60, 7, 8).start(1);
        market.at(1010).tick().at(3000).nodeStarts().expect(back(1990));
        market.at(3049).tick().expect();
        market.at(3050).tick().expect(new LotOpened(8, 1, time(4050), yuan(100), ""));
    }

    @Test
    void theRoadshowKeepsTheGapThroughACleanStopToo() {
        market.at(0).announce(lot(7)).announce(lot(8)).roadshow(1, 60, 7, 8).start(1);
        market.at(1010).nodeStops().at(3000).nodeStarts();
        market.at(3050).tick().expect(new LotOpened(8, 1, time(4050), yuan(100), ""));
    }

    @Test
    void nothingClosesByAnOutageHoweverLongAndWhateverIsDueInIt() {
        market.at(0).open(lot(7)).open(lot(8).thenPhase()).open(lot(9).clerkResumes());
        market.announce(lot(10).opensAt(500));
        market.at(400).bid(ALICE, yuan(100)).at(1_000_000).nodeStarts();
        List<Event> events = market.last();
        assertEquals(4, events.size());
        assertTrue(events.subList(1, 4).stream().allMatch(LotPaused.class::isInstance), events::toString);
    }

    @Test
    void whatIsDueAtTheLastRecordHappenedBeforeTheOutage() {
        market.at(0).open(lot(7)).at(1000).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(1000)));
        market.at(2000).nodeStarts().expect(back(1000));
    }

    @Test
    void lotsPauseInTheOrderOfTheirNumbers() {
        market.at(0).open(lot(9)).open(lot(3)).open(lot(5)).at(10).nodeStops();
        assertEquals(
                List.of(3, 5, 9),
                market.events(LotPaused.class).stream().map(LotPaused::lot).toList());
    }
}
