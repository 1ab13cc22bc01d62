package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.RuleSheet;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SaleBasis;
import org.junit.jupiter.api.Test;

/** Everything a lot is held under, published with one hash that its receipts name. */
final class RuleSheetTest {
    private final MarketFixture market = Law.venue("2026-03-02T10:00");

    private LotAnnounced announced() {
        return market.announce(lot(7).under("AUCTION_LAW", SaleBasis.NONE))
                .events(LotAnnounced.class)
                .get(0);
    }

    @Test
    void theAnnouncementNamesRulebookCalendarAndSheet() {
        LotAnnounced lot = announced();
        LotRules rules = lot.rules();
        assertEquals("AUCTION_LAW@1", lot.rulebook());
        assertEquals(Rulebooks.hash(Law.pack("AUCTION_LAW")), rules.rulebookHash());
        assertEquals(List.of(Rulebooks.hash(Law.calendar())), rules.calendars());
        assertEquals(RuleSheet.hash(lot, Law.pack("AUCTION_LAW")), rules.sheet());
    }

    @Test
    void theSheetHoldsEveryTermAndTheWholeRulebook() {
        LotAnnounced lot = announced();
        ObjectNode sheet = JsonCodec.parse(RuleSheet.text(lot, Law.pack("AUCTION_LAW")));
        assertEquals(lot.rules().sheet(), CanonicalJson.hash(sheet));
        assertEquals(Law.pack("AUCTION_LAW"), JsonCodec.read((ObjectNode) sheet.get("rulebook"), Rulebook.class));
        assertEquals(lot.with(lot.rules().with("")), JsonCodec.read((ObjectNode) sheet.get("lot"), LotAnnounced.class));
        assertEquals(yuan(5).toString(), sheet.get("commissionAtStart").textValue());
    }

    @Test
    void anotherTermIsAnotherSheet() {
        LotAnnounced lot = announced();
        LotAnnounced other = market.announce(
                        lot(8).under("AUCTION_LAW", SaleBasis.NONE).step(yuan(11)))
                .events(LotAnnounced.class)
                .get(0);
        assertNotEquals(lot.rules().sheet(), other.rules().sheet());
    }

    @Test
    void aPlainPrivateSaleIsAnnouncedAsBeforeThereWereRulebooks() {
        LotAnnounced lot = market.announce(lot(7)).events(LotAnnounced.class).get(0);
        assertEquals(LotRules.NONE, lot.rules());
        assertEquals("PRIVATE_SALE", lot.rulebook());
        assertFalse(CanonicalJson.write(JsonCodec.tree(lot)).contains("rules"));
        assertFalse(CanonicalJson.write(JsonCodec.tree(lot(7).announcement())).contains("basis"));
    }

    @Test
    void everyAcceptedActOfALotNamesItsSheet() {
        LotAnnounced lot = market.open(lot(7)).history().get(market.history().size() - 2).stream()
                .map(LotAnnounced.class::cast)
                .toList()
                .get(0);
        String sheet = RuleSheet.hash(lot, Rulebook.PRIVATE_SALE);
        market.cid("a").bid(ALICE, yuan(100));
        assertEquals(sheet, market.request().ruleSheet());
        market.cid("a").bid(ALICE, yuan(100));
        assertTrue(market.request().isRepeated());
        assertEquals(sheet, market.request().ruleSheet());
        market.bid(ALICE, yuan(100));
        assertEquals("", market.request().ruleSheet());
    }

    @Test
    void aReceiptNamesTheSheetOfItsOwnLotWhateverFallsDueWithIt() {
        market.open(lot(8).lasts(60)).open(lot(7).step(yuan(20)));
        market.atMicros(Law.at("2026-03-02T10:01")).bid(ALICE, yuan(100)).expectAccepted();
        String seven = market.request().ruleSheet();
        market.bid(MarketFixture.BOB, yuan(120)).expectAccepted();
        assertEquals(seven, market.request().ruleSheet());
    }
}
