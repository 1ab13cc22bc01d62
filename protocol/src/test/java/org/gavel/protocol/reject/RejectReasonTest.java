package org.gavel.protocol.reject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectReasonTest {
    @Test
    void givesEachReasonACodeOfItsOwn() {
        Set<Integer> codes = new TreeSet<>();
        for (RejectReason reason : RejectReason.values()) {
            assertTrue(codes.add(reason.code()), reason.name());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void keepsCodesInTheDocumentedRanges(RejectReason reason) {
        assertTrue(reason.code() >= 1000 && reason.code() <= 6999, reason::name);
    }

    @Test
    void listsReasonsInTheOrderOfTheirCodes() {
        int previous = -1;
        for (RejectReason reason : RejectReason.values()) {
            assertTrue(reason.code() > previous, reason::name);
            previous = reason.code();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(RejectReason reason) {
        assertSame(reason, RejectReason.ofCode(reason.code()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 999, 1006, 9999, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesCodesThatMeanNothing(int code) {
        assertThrows(InvalidValue.class, () -> RejectReason.ofCode(code));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoInOneFullSentence(RejectReason reason) {
        String sentence = reason.sentence(210_000_000);
        assertTrue(sentence.matches("\\p{Lu}.{7,}\\."), sentence);
        assertFalse(sentence.contains("{") || sentence.contains("  "), sentence);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 99_999_999_999_999L, 100_000_000_000_000L, Long.MAX_VALUE})
    void hasASentenceForAnyDetail(long detail) {
        for (RejectReason reason : RejectReason.values()) {
            assertFalse(reason.sentence(detail).isBlank(), reason::name);
        }
    }

    @Test
    void putsTheDetailInItsPlace() {
        assertEquals("Bid at least 2,100,000.00 yuan.", RejectReason.BELOW_INCREMENT.sentence(210_000_000));
        assertTrue(RejectReason.CID_CONFLICT.sentence(1034).contains("sequence 1034"));
    }

    /** Whoever may be told to send again must be told nothing was applied, or to ask. */
    @Test
    void allowsARetryOnlyWhereItIsSafe() {
        EnumSet<RejectReason> later = EnumSet.noneOf(RejectReason.class);
        for (RejectReason reason : RejectReason.values()) {
            if (reason.retry() == RejectReason.Retry.LATER) {
                later.add(reason);
            }
        }
        later.removeIf(reason -> reason.code() >= 3000 && reason.code() < 4000);
        assertEquals(
                EnumSet.of(
                        RejectReason.BUSY, RejectReason.DRAINING, RejectReason.DISK_FULL, RejectReason.PROOF_NOT_READY),
                later);
    }

    @Test
    void namesTheHighestBalance() {
        String sentence = RejectReason.BALANCE_LIMIT.sentence(0);
        assertTrue(sentence.contains(new Money(Money.MAX_FEN).yuan() + " yuan and 10^15 units"), sentence);
    }
}
