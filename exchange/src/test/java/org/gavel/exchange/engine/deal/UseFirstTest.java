package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.use;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.EndUse;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.event.UseBegun;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

class UseFirstTest {
    private static final int DEAL = 13;
    private static final Money PRICE = wan(30);
    private static final Money DEPOSIT = yuan(30_000);

    private static MarketFixture used() {
        MarketFixture market = Law.venue("2026-03-02T10:00");
        return market.staff(with(ALICE, DEAL, use(PRICE, DEPOSIT, PublicityTerms.NONE, 30)));
    }

    private static MarketFixture on(MarketFixture market, String at) {
        return market.atMicros(Law.at(at));
    }

    @Test
    void aPrivateSellersUseBeginsAtOnceAndRunsWholeDays() {
        MarketFixture market = used();
        assertEquals(
                new UseBegun(DEAL, Law.at("2026-04-02T00:00")), market.last().get(1));
        on(market, "2026-04-01T23:59:59.999999")
                .by(ALICE, new ConvertUse(DEAL, 0))
                .expect(
                        new DepositHeld(DEAL, ALICE, 1, DEPOSIT),
                        new LotAwarded(DEAL, ALICE, 1, PRICE, 0, Law.at("2026-04-01T23:59:59.999999")));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectRefused(RejectReason.DEAL_ENDED);
        on(market, "2026-05-01T00:00").tick().expect();
    }

    @Test
    void whatIsNotTakenInTimeGoesBack() {
        MarketFixture market = used();
        on(market, "2026-04-02T00:00").by(ALICE, new ConvertUse(DEAL, 0));
        assertEquals(
                new LotPassed(DEAL, PassCause.NOT_CONVERTED, 0, Law.at("2026-04-02T00:00")),
                market.last().get(0));
        assertEquals(RejectReason.DEAL_ENDED, market.request().reason());
    }

    @Test
    void theLicenseeAloneTakesItOrGivesItBack() {
        MarketFixture market = used();
        market.by(BOB, new ConvertUse(DEAL, 0)).expectRefused(RejectReason.NOT_A_PARTY);
        market.by(SELLER, new EndUse(DEAL, 0))
                .expectRefused(RejectReason.NOT_A_PARTY)
                .expectNothingChanged();
        on(market, "2026-03-05T10:00")
                .by(ALICE, new EndUse(DEAL, 0))
                .expect(new LotPassed(DEAL, PassCause.NOT_CONVERTED, 0, Law.at("2026-03-05T10:00")));
    }

    @Test
    void theDepositMustBeFreeWhenItIsTaken() {
        MarketFixture market = used();
        market.staff(new WithdrawDeposit(ALICE, new Money(MarketFixture.WEALTH.fen() - 1), "bank"));
        market.by(ALICE, new ConvertUse(DEAL, 0))
                .expectRefused(RejectReason.MONEY_MISSING, DEPOSIT.fen() - 1)
                .expectNothingChanged();
    }

    /** 浙江省促进科技成果转化条例 art. 17: a public institution's agreed price is made public first. */
    @Test
    void aUniversitysPriceIsMadePublicBeforeTheUseBegins() {
        MarketFixture market = Law.venue("2026-03-02T10:00");
        market.staff(university(PublicityTerms.NONE)).expectRefused(RejectReason.PUBLICITY_NEEDED, 15);
        market.staff(university(PUBLIC)).expectAccepted();
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectRefused(RejectReason.WRONG_MODE);
        market.staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31"));
        market.staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "32"));
        on(market, "2026-03-20T10:00").tick().expect(new UseBegun(DEAL, Law.at("2026-04-18T00:00")));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectAccepted();
    }

    private static MarketFixture usedInPublic(int behaviour) {
        MarketFixture market = Law.venue("2026-03-02T10:00", behaviour).staff(university(PUBLIC));
        market.staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31"));
        market.staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "32"));
        return on(market, "2026-03-25T10:00").tick();
    }

    /** 浙江省促进科技成果转化条例 art. 17: the award comes with the taking, and the public was not told. */
    @Test
    void aRelationFoundInAPublicUseKeepsItFromBeingTaken() {
        MarketFixture market = usedInPublic(6).staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.expect(
                new RelationMarked(SELLER, ALICE, true, REASON),
                new ObjectionRaised(DEAL, 0, 1, REASON, Law.at("2026-04-08T00:00")));
        market.by(BOB, new RaiseObjection(DEAL, 0, "Ours.")).expectRefused(RejectReason.NOT_PUBLISHED);
        market.by(ALICE, new ConvertUse(DEAL, 0))
                .expectRefused(RejectReason.OBJECTIONS_OPEN, 1)
                .expectNothingChanged();
        market.approved(new DecideObjection(DEAL, 1, false, REASON))
                .expect(new ObjectionDecided(DEAL, 1, false, 0, REASON));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectAccepted();
    }

    @Test
    void aRelationUpheldInAPublicUseEndsIt() {
        MarketFixture market = usedInPublic(6).staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.approved(new DecideObjection(DEAL, 1, true, REASON))
                .expect(new ObjectionDecided(DEAL, 1, true, 0, REASON), new LotTerminated(DEAL, REASON));
    }

    @Test
    void aPrivateUseNobodyWasToldOfHasNothingToMark() {
        MarketFixture market = used().staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.expect(new RelationMarked(SELLER, ALICE, true, REASON));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectAccepted();
    }

    @Test
    void before6ARelationFoundInUseKeptNothing() {
        MarketFixture market = usedInPublic(5).staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.expect(new RelationMarked(SELLER, ALICE, true, REASON));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectAccepted();
    }

    private static AnnounceDeal university(PublicityTerms publicity) {
        return new AnnounceDeal(
                DEAL,
                DealPlan.TITLE,
                SELLER,
                ALICE,
                SellerCategory.UNIVERSITY,
                "UNIVERSITY_OPEN_TRADE",
                use(PRICE, DEPOSIT, publicity, 30),
                Duration.ZERO,
                Admission.OPEN);
    }
}
