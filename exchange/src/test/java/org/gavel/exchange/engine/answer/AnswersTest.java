package org.gavel.exchange.engine.answer;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** The same command twice is one command. */
final class AnswersTest {
    private final MarketFixture market = venue().at(0).open(lot(7));

    private static AnswerRepeated again(long actor, String cid, long original, RejectReason reason, long detail) {
        return new AnswerRepeated(actor, ClientId.parse(cid), original, reason, detail);
    }

    private MarketFixture ask(int participant, String about) {
        return market.by(participant, new AskStatus(ClientId.parse(about)));
    }

    private long sequence() {
        return market.market().sequence();
    }

    @Test
    void aRepeatedBidGetsTheFirstAnswerAndBidsNothing() {
        market.cid("b1").bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        long first = sequence();
        market.bid(BOB, yuan(110));
        market.cid("b1").bid(ALICE, yuan(100)).expect(again(ALICE, "b1", first, RejectReason.NONE, 0));
        assertTrue(market.request().isRepeated());
        assertEquals(first, market.request().original());
        market.bid(ALICE, yuan(120)).expectLeads(ALICE, yuan(120));
    }

    @Test
    void aRepeatedRefusalIsTheSameRefusalEvenWhereItWouldPassNow() {
        market.cid("b1").bid(ALICE, yuan(90)).expectRefused(RejectReason.BELOW_START, yuan(100));
        long first = sequence();
        market.bid(BOB, yuan(100)).cid("b1").bid(ALICE, yuan(90));
        market.expect(
                again(ALICE, "b1", first, RejectReason.BELOW_START, yuan(100).fen()));
        market.at(500).cid("p").staff(new PauseLot(8, REASON));
        long pause = sequence();
        market.announce(lot(8)).open();
        market.cid("p").staff(new PauseLot(8, REASON));
        market.expect(again(MarketFixture.CLERK, "p", pause, RejectReason.LOT_UNKNOWN, 0));
    }

    @Test
    void aRepetitionOfARepetitionNamesTheFirstToo() {
        market.cid("b1").bid(ALICE, yuan(100));
        long first = sequence();
        for (int i = 0; i < 3; i++) {
            market.cid("b1").bid(ALICE, yuan(100)).expect(again(ALICE, "b1", first, RejectReason.NONE, 0));
        }
    }

    @Test
    void theSameIdForSomethingElseIsAConflictAndDoesNothing() {
        market.cid("b1").bid(ALICE, yuan(100));
        long first = sequence();
        market.bid(BOB, yuan(110));
        market.cid("b1").bid(ALICE, yuan(120)).expectRefused(RejectReason.CID_CONFLICT, first);
        market.cid("b1").by(ALICE, new PlaceBid(8, 0, yuan(100)));
        market.expectRefused(RejectReason.CID_CONFLICT, first);
        market.cid("b1").hold(ALICE).expectRefused(RejectReason.CID_CONFLICT, first);
        market.cid("b1").bid(ALICE, yuan(100)).expect(again(ALICE, "b1", first, RejectReason.NONE, 0));
    }

    @Test
    void whatIsDueHappensBeforeARepetitionIsAnswered() {
        market.cid("b1").bid(ALICE, yuan(90));
        long first = sequence();
        market.at(1000).cid("b1").bid(ALICE, yuan(90));
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, MarketFixture.time(1000)),
                again(ALICE, "b1", first, RejectReason.BELOW_START, yuan(100).fen()));
    }

    @Test
    void eachActorHasIdsOfTheirOwn() {
        market.cid("b1").bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.cid("b1").bid(BOB, yuan(110)).expectLeads(BOB, yuan(110));
    }

    @Test
    void staffAndParticipantsOfTheSameNumberDoNotCollide() {
        market.cid("x").bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.cid("x")
                .apply(ALICE, Role.CLERK, Channel.CONSOLE, new PauseLot(7, REASON))
                .expectAccepted();
        assertFalse(market.request().isRepeated());
        long pause = sequence();
        market.cid("x").apply(ALICE, Role.OPERATOR, Channel.CONSOLE, new PauseLot(7, REASON));
        market.expect(again(ALICE, "x", pause, RejectReason.NONE, 0));
    }

    @Test
    void sixtyFourCommandsBackARetryIsKnownAndNoFurther() {
        market.cid("old").bid(ALICE, yuan(90));
        long first = sequence();
        for (int i = 1; i < AnswerRing.CAPACITY; i++) {
            market.cid("b" + i).bid(ALICE, yuan(90));
        }
        market.cid("old").bid(ALICE, yuan(90));
        market.expect(
                again(ALICE, "old", first, RejectReason.BELOW_START, yuan(100).fen()));
        ask(ALICE, "never").expectRefused(RejectReason.UNKNOWN_CID);
        market.cid("last").bid(ALICE, yuan(90)).expectRefused(RejectReason.BELOW_START, yuan(100));
        ask(ALICE, "old").expectRefused(RejectReason.CID_FORGOTTEN, first + 1);
        ask(ALICE, "b1");
        assertEquals(1, market.events(AnswerRepeated.class).size());
        market.cid("old").bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        ask(ALICE, "b1").expectRefused(RejectReason.CID_FORGOTTEN, first + 2);
        ask(ALICE, "never").expectRefused(RejectReason.CID_FORGOTTEN, first + 2);
    }

    @Test
    void before7NobodySaidThatAnAnswerMayHaveBeenDropped() {
        MarketFixture before = MarketFixture.venue(KnownMechanisms.ALL, 6).open(lot(7));
        for (int i = 0; i <= AnswerRing.CAPACITY; i++) {
            before.cid("b" + i).bid(ALICE, yuan(90));
        }
        before.by(ALICE, new AskStatus(ClientId.parse("b0"))).expectRefused(RejectReason.UNKNOWN_CID);
    }

    @Test
    void othersCannotCrowdAnAnswerOut() {
        market.cid("old").bid(ALICE, yuan(90));
        long first = sequence();
        for (int i = 0; i < 2 * AnswerRing.CAPACITY; i++) {
            market.cid("b" + i).bid(BOB, yuan(90));
        }
        ask(ALICE, "old").expect(statusOf(first));
    }

    private static AnswerRepeated statusOf(long first) {
        return new AnswerRepeated(
                ALICE, ClientId.NONE, first, RejectReason.BELOW_START, yuan(100).fen());
    }

    @Test
    void aStatusQuestionTellsTheFirstAnswerAndTakesNoPlaceAmongThem() {
        market.cid("b1").bid(ALICE, yuan(90));
        long first = sequence();
        for (int i = 0; i < 2 * AnswerRing.CAPACITY; i++) {
            market.cid("q" + i).by(ALICE, new AskStatus(ClientId.parse("b1")));
            market.expect(again(
                    ALICE, "q" + i, first, RejectReason.BELOW_START, yuan(100).fen()));
        }
        ask(ALICE, "q0").expectRefused(RejectReason.UNKNOWN_CID).expectNothingChanged();
        ask(BOB, "b1").expectRefused(RejectReason.UNKNOWN_CID);
    }

    @Test
    void whoIsNotRegisteredLeavesNothingToRemember() {
        market.cid("b1").bid(99, yuan(100)).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        ask(99, "b1").expectRefused(RejectReason.UNKNOWN_CID).expectNothingChanged();
        long impostor = (1L << 32) + ALICE;
        market.cid("b1").apply(impostor, Role.BIDDER, Channel.ONLINE, new PlaceBid(7, 0, yuan(100)));
        market.apply(impostor, Role.BIDDER, Channel.ONLINE, new AskStatus(ClientId.parse("b1")));
        market.expectRefused(RejectReason.UNKNOWN_CID);
    }

    @Test
    void answersSurviveAnOutageAndAReplay() {
        market.cid("b1").bid(ALICE, yuan(90));
        long first = sequence();
        MarketFixture later = market.replayed();
        later.at(5000).nodeStarts().cid("b1").bid(ALICE, yuan(90));
        later.expect(
                again(ALICE, "b1", first, RejectReason.BELOW_START, yuan(100).fen()));
    }

    @Test
    void answersOutliveTheLot() {
        market.cid("b1").bid(ALICE, yuan(100));
        long first = sequence();
        market.at(2000).tick().cid("b1").bid(ALICE, yuan(100));
        market.expect(again(ALICE, "b1", first, RejectReason.NONE, 0));
    }
}
