package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.event.CalendarInstalled;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.RulebookInstalled;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SourceMark;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Packs and calendars come in by command alone, whole, and never change. */
final class RulebookDeskTest {
    private final MarketFixture market = Law.bare("2026-03-02T10:00");

    private static Rulebook open(int version, String from) {
        return new Rulebook(
                "HOUSE",
                version,
                Day.parse(from),
                new Title("", "House"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private MarketFixture install(Rulebook pack) {
        return market.staff(new InstallRulebook(pack, MarketFixture.REASON));
    }

    private static HolidayCalendar calendar(int version) {
        return new HolidayCalendar(2026, version, List.of(), List.of(), "test", SourceMark.P);
    }

    private MarketFixture install(HolidayCalendar calendar) {
        return market.staff(new InstallCalendar(calendar, MarketFixture.REASON));
    }

    private String fixed() {
        return market.events(LotAnnounced.class).get(0).rulebook();
    }

    @Test
    void aPackIsPublishedWholeWithItsHash() {
        Rulebook pack = Law.pack("JUDICIAL_LIKE");
        install(pack).expect(new RulebookInstalled(pack, Rulebooks.hash(pack), MarketFixture.REASON));
    }

    @Test
    void aNameAndVersionIsInstalledOnce() {
        install(open(1, "2026-01-01")).expectAccepted();
        install(open(1, "2026-02-01"))
                .expectRefused(RejectReason.RULEBOOK_EXISTS)
                .expectNothingChanged();
        install(open(2, "2026-02-01")).expectAccepted();
    }

    @Test
    void nobodyReplacesPrivateSale() {
        Rulebook other = new Rulebook(
                "PRIVATE_SALE", 2, new Day(0), new Title("", "x"), null, null, null, null, null, null, null, null);
        install(other).expectRefused(RejectReason.RULEBOOK_EXISTS);
    }

    @Test
    void aLotTakesTheNewestVersionInForceAndKeepsIt() {
        install(open(1, "2026-01-01"));
        install(open(2, "2026-03-03"));
        market.announce(lot(7).under("HOUSE", SaleBasis.NONE));
        assertEquals("HOUSE@1", fixed());
        market.atMicros(Law.at("2026-03-03T00:00")).announce(lot(8).under("HOUSE", SaleBasis.NONE));
        assertEquals("HOUSE@2", fixed());
        market.announce(lot(9).under("HOUSE@1", SaleBasis.NONE));
        assertEquals("HOUSE@1", fixed());
    }

    @Test
    void aVersionIsUsedFromItsDayOn() {
        install(open(2, "2026-03-03"));
        market.announce(lot(7).under("HOUSE@2", SaleBasis.NONE))
                .expectRefused(RejectReason.RULEBOOK_NOT_IN_FORCE, 20260303)
                .expectNothingChanged();
        market.atMicros(Law.at("2026-03-03T00:00") - 1)
                .announce(lot(7).under("HOUSE", SaleBasis.NONE))
                .expectRefused(RejectReason.RULEBOOK_NOT_IN_FORCE, 20260303);
        market.announce(lot(7).under("HOUSE@1", SaleBasis.NONE)).expectRefused(RejectReason.RULEBOOK_UNKNOWN);
        market.announce(lot(7).under("HOUSE@2@2", SaleBasis.NONE)).expectRefused(RejectReason.RULEBOOK_UNKNOWN);
    }

    @Test
    void aVenueKeepsABoundedNumberOfPacks() {
        for (int version = 1; version <= Rulebooks.MAX_PACKS; version++) {
            install(open(version, "2026-01-01")).expectAccepted();
        }
        install(open(Rulebooks.MAX_PACKS + 1, "2026-01-01"))
                .expectRefused(RejectReason.RULEBOOKS_FULL, Rulebooks.MAX_PACKS);
    }

    @Test
    void aCalendarIsCorrectedByANewerVersionOnly() {
        install(calendar(1))
                .expect(new CalendarInstalled(calendar(1), Rulebooks.hash(calendar(1)), MarketFixture.REASON));
        install(calendar(1)).expectRefused(RejectReason.CALENDAR_EXISTS, 1).expectNothingChanged();
        install(calendar(3)).expectAccepted();
        install(calendar(2)).expectRefused(RejectReason.CALENDAR_EXISTS, 3);
    }

    @Test
    void replayNeedsNothingButTheCommands() {
        MarketFixture ruled = Law.venue("2026-03-02T10:00");
        ruled.announce(lot(7).under("AUCTION_LAW", SaleBasis.NONE).opensAtMicros(Law.at("2026-03-10T00:00")));
        ruled.expectAccepted();
        assertArrayEquals(ruled.stateHash(), ruled.replayed().stateHash());
        assertEquals(ruled.history(), ruled.replayed().history());
    }
}
