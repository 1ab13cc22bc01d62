package org.gavel.exchange.snapshot.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.StrangeState;
import org.junit.jupiter.api.Test;

/** What cannot be made again is refused when it is written down, with the field's name; never left out. */
final class GraphRefusalTest {
    private static String refusal(Object root) {
        return assertThrows(GraphRefusal.class, () -> MarketImage.bytes(root)).getMessage();
    }

    @Test
    void refusesAnObjectOfAForeignClassByTheFieldThatHoldsIt() {
        String sentence = refusal(new StrangeState.Foreign());
        assertTrue(sentence.contains("StrangeState$Foreign.thread holds a java.lang.Thread"), sentence);
    }

    @Test
    void refusesAFloatingPointNumber() {
        assertTrue(refusal(new StrangeState.Inexact()).contains("share"));
    }

    @Test
    void refusesATreeWithAComparator() {
        assertTrue(refusal(new StrangeState.Ordered()).contains("comparator"));
    }

    @Test
    void refusesALambdaThatNoConstructorPutsThere() {
        byte[] written = MarketImage.bytes(new StrangeState.Wired(() -> {}));
        String sentence = assertThrows(GraphRefusal.class, () -> MarketImage.made(written))
                .getMessage();
        assertTrue(sentence.contains("StrangeState$Wired.act is a lambda"), sentence);
    }

    @Test
    void keepsWhatTheFreshObjectIsWiredWith() {
        Runnable own = () -> {};
        byte[] written = MarketImage.bytes(new StrangeState.Wired(() -> {}));
        assertEquals(own, MarketImage.into(written, new StrangeState.Wired(own)).act());
    }

    @Test
    void refusesFieldsThatAreOthersInThisBuild() {
        byte[] written = MarketImage.bytes(MarketFixture.venue().market());
        byte[] name = "timeBefore".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "timeBehind".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(written, name);
        System.arraycopy(other, 0, written, at, other.length);
        String sentence = assertThrows(GraphRefusal.class, () -> MarketImage.market(written))
                .getMessage();
        assertEquals("org.gavel.exchange.engine.Market has other fields in this build", sentence);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at < bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void anEmptyMarketIsWrittenAndMadeAgain() {
        byte[] written = MarketImage.bytes(new Market());
        assertArrayEquals(written, MarketImage.bytes(MarketImage.market(written)));
    }
}
