package org.gavel.exchange.snapshot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SnapshotRuleTest {
    private final SnapshotRule rule = new SnapshotRule(1_000, 3);

    @Test
    void oneIsDueAtTheFirstDigestBehindEachMultiple() {
        assertFalse(rule.isDue(999, 0));
        assertTrue(rule.isDue(1_000, 0));
        assertFalse(rule.isDue(1_990, 1_010));
        assertTrue(rule.isDue(2_010, 1_010));
    }

    @Test
    void aLateDigestDoesNotPutOffThoseThatFollow() {
        assertTrue(rule.isDue(4_100, 1_010));
        assertTrue(rule.isDue(5_005, 4_100));
    }

    @Test
    void refusesToKeepNoneOfWhatIsTaken() {
        assertThrows(IllegalArgumentException.class, () -> new SnapshotRule(1_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new SnapshotRule(-1, 3));
    }
}
