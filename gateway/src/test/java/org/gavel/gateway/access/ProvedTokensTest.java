package org.gavel.gateway.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProvedTokensTest {
    @Test
    void theLeastUsedGiveWay() {
        ProvedTokens proved = new ProvedTokens(2);
        proved.add("a");
        proved.add("b");
        assertTrue(proved.contains("a"));
        proved.add("c");
        assertTrue(proved.contains("a"));
        assertFalse(proved.contains("b"));
        assertTrue(proved.contains("c"));
    }
}
