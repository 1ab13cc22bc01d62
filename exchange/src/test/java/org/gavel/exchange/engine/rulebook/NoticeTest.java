package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

/** Between announcement and opening lie the days the rulebook asks for, whoever opens the lot. */
final class NoticeTest {
    private final MarketFixture market = Law.venue("2026-03-02T10:00");

    private static LotPlan auction() {
        return lot(7).under("AUCTION_LAW", SaleBasis.NONE);
    }

    @Test
    void anAuctionIsAnnouncedSevenDaysBefore() {
        market.announce(auction().opensAtMicros(Law.at("2026-03-10T00:00") - 1))
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260310)
                .expectNothingChanged();
        market.announce(auction().opensAtMicros(Law.at("2026-03-10T00:00"))).expectAccepted();
        assertEquals(
                Law.at("2026-03-10T00:00"),
                market.events(LotAnnounced.class).get(0).rules().opensFrom());
    }

    @Test
    void theDayOfTheAnnouncementDoesNotCountAtAnyHour() {
        market.atMicros(Law.at("2026-03-03T00:00") - 1)
                .announce(auction().opensAtMicros(Law.at("2026-03-10T00:00")))
                .expectAccepted();
    }

    @Test
    void stateAssetsAreDisclosedForTwentyWorkingDaysMrT32() {
        SaleBasis basis = new SaleBasis(SellerCategory.STATE_OWNED, false, MarketFixture.yuan(100), "", 0, 0);
        market.announce(lot(7).under("SOE_ASSET", basis).opensAtMicros(Law.at("2026-03-28T00:00") - 1))
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260328);
        market.announce(lot(7).under("SOE_ASSET", basis).opensAtMicros(Law.at("2026-03-28T00:00")))
                .expectAccepted();
    }

    @Test
    void theClerkCannotOpenALotBeforeItsNoticeIsOver() {
        market.announce(auction()).expectAccepted();
        market.atMicros(Law.at("2026-03-10T00:00") - 1)
                .open()
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260310)
                .expectNothingChanged();
        market.atMicros(Law.at("2026-03-10T00:00")).open().expectAccepted();
        assertEquals(1, market.events(LotOpened.class).size());
    }

    @Test
    void theClerkCannotOpenAScheduledLotEarlierThanItsNotice() {
        market.announce(auction().opensAtMicros(Law.at("2026-03-20T10:00")));
        market.atMicros(Law.at("2026-03-09T10:00")).open().expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260310);
        market.atMicros(Law.at("2026-03-10T10:00")).open().expectAccepted();
    }

    @Test
    void aLotIsNotPostponedIntoItsNotice() {
        market.announce(auction().opensAtMicros(Law.at("2026-03-20T10:00")));
        market.staff(new PostponeLot(7, Law.at("2026-03-10T00:00") - 1, REASON))
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260310)
                .expectNothingChanged();
        market.staff(new PostponeLot(7, Law.at("2026-03-10T00:00"), REASON)).expectAccepted();
    }

    @Test
    void aRoadshowStartsWhenTheNoticesOfItsLotsAreOver() {
        market.announce(auction()).announce(lot(8)).roadshow(1, 60, 8, 7);
        market.atMicros(Law.at("2026-03-09T23:59"))
                .start(1)
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260310)
                .expectNothingChanged();
        market.atMicros(Law.at("2026-03-10T00:00")).start(1).expectAccepted();
    }

    @Test
    void aWithdrawnLotKeepsNoRoadshowWaiting() {
        market.announce(auction()).announce(lot(8)).roadshow(1, 60, 8, 7).on(7).withdraw();
        market.start(1).expectAccepted();
    }

    @Test
    void aNoticeIsNotCountedWithoutItsCalendar() {
        MarketFixture bare = Law.bare("2026-12-20T10:00");
        bare.staff(new InstallRulebook(Law.pack("AUCTION_LAW"), REASON));
        bare.announce(auction())
                .expectRefused(RejectReason.CALENDAR_MISSING, 2026)
                .expectNothingChanged();
        MarketFixture late = Law.venue("2026-12-28T10:00");
        late.announce(auction()).expectRefused(RejectReason.CALENDAR_MISSING, 2027);
    }

    @Test
    void aPrivateSaleOpensAtOnce() {
        market.open(lot(7)).expectAccepted();
        assertTrue(market.market().isBidding());
        assertEquals(Day.parse("2026-03-02"), Day.at(market.market().time()));
    }
}
