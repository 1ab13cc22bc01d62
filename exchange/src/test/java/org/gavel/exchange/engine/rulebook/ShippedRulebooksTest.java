package org.gavel.exchange.engine.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The packs and the calendar that come with the exchange. */
final class ShippedRulebooksTest {
    @ParameterizedTest(name = "{0}")
    @FieldSource("org.gavel.exchange.engine.rulebook.Law#SHIPPED")
    void everyPackBearsItsNameAndASourceBesideEachValue(String name) {
        Rulebook pack = Law.pack(name);
        assertEquals(name, pack.name());
        JsonNode tree = JsonCodec.tree((Object) pack);
        int values = tree.findValues("mark").size();
        assertTrue(values >= 3, name);
        assertEquals(values, tree.findValues("source").size());
        tree.findValues("source")
                .forEach(source -> assertFalse(source.textValue().isBlank(), name));
    }

    /** A pack that has been shipped never changes; what changes is a newer version. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "AUCTION_LAW, 47533eccc49cf8955973b04ed834b4cadb3a0aa16525e1538a153b27d0923735",
        "JUDICIAL_LIKE, 3444c493de2fc3996f322fc6c66f4bc434389aa89992e593f895b822c56cb28b",
        "SOE_ASSET, ad7a01034857e5e882d25bbf9a4de18df9fc582c737288c8a0d616b2bc4094f1",
        "UNIVERSITY_OPEN_TRADE, c90844c4c191e5e43c5d612f87da8c8f24f23bc76ba83e6da2cb5ddfb4fe90a4",
        "PRIVATE_SALE, 857420e0d58b6cfe9cefd1dfa485e556fefcedc2c062219a725c5d1a17c2c4c6"
    })
    void everyPackKeepsItsHash(String name, String hash) {
        Rulebook pack = name.equals("PRIVATE_SALE") ? Rulebook.PRIVATE_SALE : Law.pack(name);
        assertEquals(hash, Rulebooks.hash(pack));
    }

    @Test
    void valuesNobodyHeldAgainstATextAreMarked() {
        assertTrue(Law.pack("UNIVERSITY_OPEN_TRADE").notice().days().mark().isUnverified());
        assertTrue(Law.pack("SOE_ASSET").price().leastPercent().mark().isUnverified());
        assertFalse(Law.pack("JUDICIAL_LIKE").notice().days().mark().isUnverified());
        assertTrue(Law.calendar().mark().isUnverified());
    }

    @ParameterizedTest(name = "AM-L2: {0}万 pays {1}")
    @CsvSource({"300, 130000", "200, 100000", "12000, 1740000", "0, 0", "1000, 340000", "5000, 1140000"})
    void courtCommissionFallsWithThePriceAmL2(long price, long commission) {
        assertEquals(MarketFixture.yuan(commission), Law.pack("JUDICIAL_LIKE").commission(MarketFixture.wan(price)));
    }

    @Test
    void commissionIsRoundedDownToTheFen() {
        assertEquals(new Money(4), Law.pack("AUCTION_LAW").commission(new Money(99)));
        assertEquals(Money.ZERO, Law.pack("SOE_ASSET").commission(MarketFixture.wan(1)));
        assertEquals(new Money(Money.MAX_FEN / 20), Law.pack("AUCTION_LAW").commission(new Money(Money.MAX_FEN)));
    }
}
