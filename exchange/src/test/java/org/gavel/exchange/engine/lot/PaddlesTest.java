package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.SALT;
import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.PaddlesFixed;
import org.gavel.protocol.event.PaddlesOpened;
import org.gavel.protocol.event.PriorityWaived;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.PaddleCommitment;
import org.gavel.protocol.value.PriorityMode;
import org.junit.jupiter.api.Test;

/** Paddles that are fixed when the lot opens: committed to in public, and opened to the auditor at the end. */
final class PaddlesTest {
    private final MarketFixture market = venue().at(0);

    @Test
    void theListIsCommittedToBeforeTheFirstBidAndOpenedAtTheEnd() {
        market.announce(lot(7).paddlesFixed().deposit(yuan(5))).hold(BOB, ALICE).open();
        String commitment = PaddleCommitment.of(7, SALT, List.of(BOB, ALICE));
        assertEquals(new PaddlesFixed(7, 2, commitment), market.last().get(0));
        assertEquals(LotOpened.class, market.last().get(1).getClass());
        market.bid(ALICE, yuan(100));
        assertEquals(2, market.events(BidAccepted.class).get(0).paddle());
        market.at(1000).tick();
        assertEquals(List.of(new PaddlesOpened(7, SALT, List.of(BOB, ALICE))), market.events(PaddlesOpened.class));
        assertEquals(ALICE, market.events(LotAwarded.class).get(0).winner());
    }

    /** What stands in the document: written down once, so that others can check theirs by it. */
    @Test
    void theCommitmentIsWhatTheDocumentSays() {
        assertEquals(
                "e10e681d3f43918973b739a60c529c77edb1b23c446ca19335d2fe8ad9d5a1d2",
                PaddleCommitment.of(7, "000102030405060708090a0b0c0d0e0f", List.of(12, 11)));
    }

    @Test
    void nobodyJoinsAfterTheOpening() {
        market.announce(lot(7).paddlesFixed()).hold(ALICE).open();
        market.hold(BOB).expectRefused(RejectReason.PADDLES_FIXED).expectNothingChanged();
        market.bid(BOB, yuan(100)).expectRefused(RejectReason.PADDLES_FIXED).expectNothingChanged();
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void whoAppliesAfterTheOpeningIsTooLate() {
        market.announce(lot(7).qualification(0).paddlesFixed()).open();
        market.apply(ALICE).expectRefused(RejectReason.PADDLES_FIXED);
    }

    /** 网络司法拍卖规定 art. 18: unless the lot says otherwise a bidder joins until bidding ends. */
    @Test
    void whereTheLotDoesNotFixThemBiddersJoinLate() {
        market.open(lot(7).realName()).decide(ALICE, AdmissionState.VERIFIED);
        assertTrue(market.history().stream().flatMap(List::stream).noneMatch(PaddlesFixed.class::isInstance));
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void aLotThatOpensByItselfFixesThemThen() {
        market.announce(lot(7).paddlesFixed().opensAt(50)).hold(CAROL).at(60).tick();
        assertEquals(
                List.of(new PaddlesFixed(7, 1, PaddleCommitment.of(7, SALT, List.of(CAROL)))),
                market.events(PaddlesFixed.class));
    }

    @Test
    void theNextPhaseFixesNothingAnew() {
        market.announce(lot(7).lasts(10).thenPhase().paddlesFixed())
                .hold(ALICE)
                .open()
                .bid(ALICE, yuan(100));
        market.at(10).tick();
        assertEquals(1, market.events(LotOpened.class).size());
        assertTrue(market.events(PaddlesFixed.class).isEmpty());
    }

    @Test
    void aHolderWithoutAPaddleIsNotAsked() {
        market.announce(lot(7).paddlesFixed().priority(PriorityMode.INQUIRY_AFTER, 60));
        market.grant(ALICE, 0).hold(BOB).open().bid(BOB, yuan(100)).at(1000).tick();
        assertEquals(List.of(new PriorityWaived(7, ALICE, 0, 0)), market.events(PriorityWaived.class));
    }

    @Test
    void aLotWithdrawnBeforeItOpenedHasNothingToOpen() {
        market.announce(lot(7).paddlesFixed()).hold(ALICE).withdraw();
        assertTrue(market.events(PaddlesOpened.class).isEmpty());
    }

    @Test
    void theListHasSoManyPaddlesAndNoMore() {
        market.announce(lot(7).paddlesFixed());
        for (int i = 0; i <= Entrants.MAX_FIXED; i++) {
            market.staff(new RegisterParticipant(1000 + i, "")).hold(1000 + i);
        }
        market.expectRefused(RejectReason.PADDLES_FULL, Entrants.MAX_FIXED);
    }

    /** Nothing public links a paddle to a person, nor lets anybody guess: the salt stays with the venue. */
    @Test
    void nothingPublicHoldsTheSaltOrAPerson() {
        market.announce(lot(7).paddlesFixed())
                .hold(ALICE)
                .open()
                .bid(ALICE, yuan(100))
                .at(1000)
                .tick();
        for (List<Event> events : market.history()) {
            for (Event event : events) {
                boolean isPublic = event instanceof LotEvent;
                assertFalse(isPublic
                        && JsonCodec.tree(event, Faces.Private.class).toString().contains(SALT));
            }
        }
        LotAnnounced announced = (LotAnnounced) market.history().stream()
                .flatMap(List::stream)
                .filter(LotAnnounced.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertTrue(announced.admission().paddlesFixed());
    }
}
