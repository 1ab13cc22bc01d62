package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.util.List;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.junit.jupiter.api.Test;

/** Announcing lots (公告) and opening them. */
final class AnnouncementTest {
    private final MarketFixture market = venue().at(100);

    @Test
    void everythingThatWillHoldIsPublic() {
        AnnounceLot asked = lot(7).deposit(yuan(5)).opensAt(200).announcement();
        market.staff(asked);
        market.expect(new LotAnnounced(
                7,
                asked.title(),
                SELLER,
                "PRIVATE_SALE",
                yuan(5),
                Money.ZERO,
                "",
                asked.phases(),
                time(200),
                OutageRule.DEFAULT));
    }

    @Test
    void aScheduledLotOpensByItself() {
        market.announce(lot(7).opensAt(200)).at(300).tick();
        market.expect(new LotOpened(7, 1, time(1200), yuan(100), ""));
    }

    @Test
    void theClerkMayOpenAScheduledLotEarlyAndItDoesNotOpenAgain() {
        market.announce(lot(7).opensAt(200)).at(150).open();
        market.expect(new LotOpened(7, 1, time(1150), yuan(100), MarketFixture.REASON));
        market.at(200).tick().expect();
    }

    @Test
    void aScheduledLotThatIsWithdrawnDoesNotOpen() {
        market.announce(lot(7).opensAt(200)).withdraw().expectAccepted();
        market.at(300).tick().expect();
    }

    @Test
    void anOpeningTimeMustLieAhead() {
        market.announce(lot(7).opensAt(100))
                .expectRefused(RejectReason.SCHEDULED_IN_PAST)
                .expectNothingChanged();
        market.announce(lot(7).opensAt(99)).expectRefused(RejectReason.SCHEDULED_IN_PAST);
        market.announce(lot(7).opensAt(101)).expectAccepted();
    }

    @Test
    void aConsignorWhomTheVenueHasSuspendedOffersNothing() {
        market.decide(SELLER, AdmissionState.SUSPENDED).announce(lot(7));
        market.expectRefused(RejectReason.PARTICIPANT_SUSPENDED).expectNothingChanged();
        market.decide(SELLER, AdmissionState.VERIFIED).announce(lot(7)).expectAccepted();
    }

    @Test
    void before7SuchAConsignorDid() {
        MarketFixture before = venue(KnownMechanisms.ALL, 6).at(100);
        before.decide(SELLER, AdmissionState.SUSPENDED).announce(lot(7)).expectAccepted();
    }

    /** Auction Law art. 29. */
    @Test
    void aLotIsWithdrawnBeforeItsBiddingAlone() {
        market.open(lot(7)).withdraw().expectRefused(RejectReason.WITHDRAWAL_TOO_LATE);
        market.expectNothingChanged().terminate().expectAccepted();
    }

    @Test
    void before7ARunningLotWasWithdrawn() {
        venue(KnownMechanisms.ALL, 6).at(100).open(lot(7)).withdraw().expectAccepted();
    }

    @Test
    void theConsignorMustBeRegistered() {
        market.announce(lot(7).soldBy(99))
                .expectRefused(RejectReason.PARTICIPANT_UNKNOWN)
                .expectNothingChanged();
    }

    @Test
    void theRulebookMustBeInstalled() {
        AnnounceLot known = lot(7).announcement();
        market.staff(new AnnounceLot(
                7,
                known.title(),
                SELLER,
                "JUDICIAL",
                Money.ZERO,
                Reserve.NONE,
                List.copyOf(known.phases()),
                0,
                OutageRule.DEFAULT));
        market.expectRefused(RejectReason.RULEBOOK_UNKNOWN).expectNothingChanged();
    }
}
