package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One legal person under several numbers is one bidder: it has one paddle (一人一号牌) and counts once. */
final class OnePersonTest {
    /** The last behaviour in which numbers counted. */
    private static final int NUMBERS_COUNT = 4;

    private static final SaleBasis TWO_NEEDED = new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", 0, 2);

    private MarketFixture market = venue();

    @AfterEach
    void everyReplayIsEqual() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static LotPlan needsTwo() {
        return lot(7).deposit(yuan(10)).under("PRIVATE_SALE", TWO_NEEDED);
    }

    private void hammer() {
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100)).at(1000).tick();
    }

    @Test
    void hasOneDepositHeldForOnePaddle() {
        market.describeAsOne(ALICE, BOB).at(0).open(lot(7).deposit(yuan(10)));
        market.hold(CAROL).hold(ALICE).expect(new DepositHeld(7, ALICE, 2, yuan(10)));
        market.hold(BOB).expectRefused(RejectReason.PERSON_HAS_PADDLE, 2).expectNothingChanged();
        market.hold(ALICE).expectRefused(RejectReason.DEPOSIT_HELD_ALREADY);
        market.staff(new HoldDeposit(7, BOB)).expectRefused(RejectReason.PERSON_HAS_PADDLE, 2);
        market.bid(BOB, yuan(100)).expectRefused(RejectReason.DEPOSIT_NOT_HELD, yuan(10));
    }

    @Test
    void isRefusedASecondPaddleAlsoWithAFirstBid() {
        market.describeAsOne(ALICE, BOB).at(0).open(lot(7)).bid(ALICE, yuan(100));
        market.bid(BOB, yuan(110))
                .expectRefused(RejectReason.PERSON_HAS_PADDLE, 1)
                .expectNothingChanged();
        market.bid(CAROL, yuan(110)).expectLeads(CAROL, yuan(110));
        market.bid(ALICE, yuan(120)).expectLeads(ALICE, yuan(120));
    }

    @Test
    void isKnownByItsIdentityWhereNoLegalPersonIsOnRecord() {
        for (int number : new int[] {21, 22}) {
            market.staff(new RegisterParticipant(number, "5f")).staff(new CreditDeposit(number, yuan(50), "bank"));
        }
        market.at(0).open(lot(7).deposit(yuan(10))).hold(21).hold(22).expectRefused(RejectReason.PERSON_HAS_PADDLE, 1);
        market.describe(22, "another", Residence.MAINLAND, false).hold(22).expectAccepted();
    }

    @Test
    void takesPartInEachLotUnderWhicheverNumberItLikes() {
        market.describeAsOne(ALICE, BOB)
                .at(0)
                .open(lot(7))
                .bid(ALICE, yuan(100))
                .expectAccepted();
        market.open(lot(8)).bid(BOB, yuan(100)).expectLeads(BOB, yuan(100));
    }

    @Test
    void countsOnceAtTheHammer() {
        market.at(0).open(needsTwo()).hold(ALICE, BOB);
        market.describeAsOne(ALICE, BOB);
        hammer();
        assertEquals(
                List.of(new LotPassed(7, PassCause.MIN_BIDDERS, 1, MarketFixture.time(1000))),
                market.events(LotPassed.class));
    }

    @Test
    void countsBesideAnotherAsTheSecond() {
        market.at(0).open(needsTwo()).hold(ALICE, BOB, CAROL);
        market.describeAsOne(ALICE, BOB);
        hammer();
        assertEquals(1, market.events(LotAwarded.class).size());
    }

    @Test
    void whoTurnsOutToBeOneAfterBothJoinedKeepsWhatWasAccepted() {
        market.at(0).open(lot(7)).bid(ALICE, yuan(100)).bid(BOB, yuan(110));
        market.describeAsOne(ALICE, BOB).bid(ALICE, yuan(120)).expectLeads(ALICE, yuan(120));
        market.bid(BOB, yuan(130)).expectLeads(BOB, yuan(130));
    }

    @Test
    void wasAsManyBiddersAsItHadNumbersBefore() {
        market = venue(KnownMechanisms.ALL, NUMBERS_COUNT);
        market.describeAsOne(ALICE, BOB).at(0).open(needsTwo());
        market.hold(ALICE).hold(BOB).expect(new DepositHeld(7, BOB, 2, yuan(10)));
        hammer();
        assertEquals(1, market.events(LotAwarded.class).size());
    }
}
