package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** Whose bid it is. */
final class BidderTest {
    private final MarketFixture market = venue().at(0).open(lot(7));

    /** MR-T46, the part that needs no register of companies: Auction Law art. 30. */
    @Test
    void theConsignorMayNotBidAndTheAttemptIsOnRecord() {
        market.bid(SELLER, yuan(100)).expectRefused(RejectReason.CONSIGNOR_BID).expectNothingChanged();
        market.staff(new PlaceBid(7, SELLER, yuan(100))).expectRefused(RejectReason.CONSIGNOR_BID);
    }

    @Test
    void aBidderBidsForThemselvesOnly() {
        market.by(ALICE, new PlaceBid(7, BOB, yuan(100))).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
        market.expectNothingChanged();
        market.by(ALICE, new PlaceBid(7, ALICE, yuan(100))).expectLeads(ALICE, yuan(100));
    }

    @Test
    void whoIsNotRegisteredCannotBid() {
        market.bid(99, yuan(100))
                .expectRefused(RejectReason.PARTICIPANT_UNKNOWN)
                .expectNothingChanged();
        market.staff(new PlaceBid(7, 99, yuan(100))).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void aLotThatWasNeverAnnouncedTakesNoBid() {
        market.on(8)
                .bid(ALICE, yuan(100))
                .expectRefused(RejectReason.LOT_UNKNOWN)
                .expectNothingChanged();
        market.by(ALICE, new WithdrawBid(8)).expectRefused(RejectReason.BID_IRREVOCABLE);
    }

    /** Staff have numbers of their own kind: a clerk who names nobody bids for nobody. */
    @Test
    void aClerkWhoNamesNobodyDoesNotBidForTheParticipantOfTheSameNumber() {
        market.staff(new RegisterParticipant(CLERK, ""));
        market.staff(new PlaceBid(7, 0, yuan(100))).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.expectNothingChanged();
    }

    @Test
    void aNumberTooLargeForAParticipantIsNobody() {
        market.apply((1L << 32) + ALICE, Role.BIDDER, Channel.ONLINE, new PlaceBid(7, 0, yuan(100)));
        market.expectRefused(RejectReason.NOT_YOUR_ACCOUNT).expectNothingChanged();
    }
}
