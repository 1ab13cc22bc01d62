package org.gavel.exchange.engine;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AdoptBehaviour;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.event.BehaviourAdopted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.TokenRecorded;
import org.gavel.protocol.event.VenueOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** The venue's beginning, the one order, and what belongs to no lot. */
final class MarketTest {
    private static final Request REQUEST = new Request();

    private final MarketFixture market = MarketFixture.venue();

    @Test
    void beginsWithItsGenesisAndNothingElse() {
        MarketFixture nothing = MarketFixture.nothing();
        nothing.staff(new RegisterParticipant(5, "")).expectRefused(RejectReason.OUT_OF_PLACE);
        nothing.on(7).bid(ALICE, yuan(1)).expectRefused(RejectReason.OUT_OF_PLACE);
        nothing.nodeStarts().expectRefused(RejectReason.OUT_OF_PLACE);
        nothing.staff(MarketFixture.genesis()).expectRefused(RejectReason.OUT_OF_PLACE);
        nothing.system(MarketFixture.genesis()).expect(new VenueOpened("Test venue", Behaviour.NEWEST, "CNY"));
        assertEquals("Test venue", nothing.market().venue());
        nothing.system(MarketFixture.genesis())
                .expectRefused(RejectReason.OUT_OF_PLACE)
                .expectNothingChanged();
    }

    @Test
    void theVenuesOwnRecordsAreTakenFromNobodyElse() {
        market.at(0).open(lot(7)).at(10);
        market.staff(new Tick(0)).expectRefused(RejectReason.OUT_OF_PLACE).expectNothingChanged();
        market.staff(new NodeStopping(REASON))
                .expectRefused(RejectReason.OUT_OF_PLACE)
                .expectNothingChanged();
        market.by(ALICE, new StateDigest(1, "", "")).expectRefused(RejectReason.OUT_OF_PLACE);
        market.by(ALICE, new NodeStarted(0, 0, "", 0, 1, "", "")).expectRefused(RejectReason.OUT_OF_PLACE);
        market.expectNothingChanged();
    }

    /** Nobody but the venue stops time: what is due happens first. */
    @Test
    void whatIsDueHappensBeforeAFalseStartIsRefused() {
        market.at(0).open(lot(7)).at(2000).by(ALICE, new NodeStarted(0, 0, "", 0, 1, "", ""));
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, time(1000)),
                new CommandRejected(ALICE, ClientId.NONE, RejectReason.OUT_OF_PLACE, 0, 0));
    }

    @Test
    void aGapOrATimeThatGoesBackStopsTheNode() {
        market.at(10).tick();
        Market engine = market.market();
        EventList out = new EventList();
        Tick tick = new Tick(0);
        REQUEST.begin(engine.sequence() + 2, time(10), 0, 0, 0);
        assertThrows(MarketFault.class, () -> engine.apply(REQUEST, tick, out));
        REQUEST.begin(engine.sequence(), time(10), 0, 0, 0);
        assertThrows(MarketFault.class, () -> engine.apply(REQUEST, tick, out));
        REQUEST.begin(engine.sequence() + 1, time(10) - 1, 0, 0, 0);
        assertThrows(MarketFault.class, () -> engine.apply(REQUEST, tick, out));
        assertEquals(time(10), engine.time());
    }

    @Test
    void saysWhenSomethingIsNextDue() {
        assertEquals(TimerQueue.NEVER, market.market().nextDue());
        market.at(0).announce(lot(7).opensAt(50));
        assertEquals(time(50), market.market().nextDue());
        market.open(lot(8).lasts(20));
        assertEquals(time(20), market.market().nextDue());
        market.at(50).tick();
        assertEquals(time(1050), market.market().nextDue());
    }

    @Test
    void theIssueOfATokenIsOnRecord() {
        market.staff(new RecordToken("t-1", 5, Role.CLERK, time(99), REASON));
        market.expect(new TokenRecorded("t-1", 5, Role.CLERK, time(99), REASON));
    }

    @Test
    void adoptsOnlyABehaviourItKnows() {
        market.staff(new AdoptBehaviour(Behaviour.NEWEST, REASON));
        market.expect(new BehaviourAdopted(Behaviour.NEWEST, REASON));
        market.staff(new AdoptBehaviour(Behaviour.NEWEST + 1, REASON));
        market.expectRefused(RejectReason.BEHAVIOUR_UNKNOWN, Behaviour.NEWEST).expectNothingChanged();
    }

    @Test
    void aBehaviourThatOneReleaseRefusedStaysRefusedWhicheverReplays() {
        MarketFixture old = MarketFixture.venue(KnownMechanisms.ALL, 4).nodeStarts();
        old.staff(new AdoptBehaviour(5, REASON)).expectRefused(RejectReason.BEHAVIOUR_UNKNOWN, 4);
        old.system(started(2).knowing(5)).staff(new AdoptBehaviour(6, REASON));
        old.expectRefused(RejectReason.BEHAVIOUR_UNKNOWN, 5).expectNothingChanged();
        old.staff(new AdoptBehaviour(5, REASON)).expect(new BehaviourAdopted(5, REASON));
    }

    @Test
    void aReleaseThatBeganNoVenueAndDidNotSayWhatItKnewKnewTheNewestOfThose() {
        MarketFixture old = MarketFixture.venue(KnownMechanisms.ALL, 4).system(started(2));
        old.staff(new AdoptBehaviour(8, REASON)).expectRefused(RejectReason.BEHAVIOUR_UNKNOWN, 7);
        old.staff(new AdoptBehaviour(7, REASON)).expect(new BehaviourAdopted(7, REASON));
    }

    @Test
    void noBehaviourIsTakenBack() {
        market.staff(new AdoptBehaviour(Behaviour.NEWEST - 1, REASON));
        market.expectRefused(RejectReason.BEHAVIOUR_PASSED, Behaviour.NEWEST).expectNothingChanged();
        MarketFixture.venue(KnownMechanisms.ALL, 6)
                .staff(new AdoptBehaviour(5, REASON))
                .expectRefused(RejectReason.BEHAVIOUR_UNKNOWN, 6);
    }

    private static NodeStarted started(int generation) {
        return new NodeStarted(0, 0, "", 0, generation, "test", "MEMORY");
    }
}
