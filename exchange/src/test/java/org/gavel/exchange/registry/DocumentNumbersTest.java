package org.gavel.exchange.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

class DocumentNumbersTest {
    private final DocumentNumbers numbers = new DocumentNumbers("浙江拍");

    @Test
    void venueAndLotAloneDecideTheNumber() {
        assertEquals(
                numbers.saleConfirmation(7, Share.WHOLE), new DocumentNumbers("浙江拍").saleConfirmation(7, Share.WHOLE));
        assertNotEquals(numbers.saleConfirmation(7, Share.WHOLE), numbers.saleConfirmation(8, Share.WHOLE));
        assertNotEquals(
                numbers.saleConfirmation(7, Share.WHOLE), new DocumentNumbers("西安").saleConfirmation(7, Share.WHOLE));
    }

    @Test
    void eachOfSeveralWinnersHasANumberAndTheOnlyOneTheLots() {
        Share only = new Share(1, 1, 10, new Money(125));
        Share second = new Share(2, 3, 0, Money.ZERO);
        assertEquals("SC-" + venueDigits() + "-0000000007", numbers.saleConfirmation(7, Share.WHOLE));
        assertEquals(numbers.contractDraft(7, Share.WHOLE), numbers.contractDraft(7, only));
        assertEquals("DRAFT-" + venueDigits() + "-0000000007-0002", numbers.contractDraft(7, second));
    }

    private String venueDigits() {
        return numbers.saleConfirmation(1, Share.WHOLE).substring(3, 11);
    }

    /** Official ones have 14 or 16 digits and nothing else. */
    @Test
    void draftNumberCannotBeTakenForARegistrationNumber() {
        assertEquals(
                "DRAFT-", numbers.contractDraft(Integer.MAX_VALUE, Share.WHOLE).substring(0, 6));
        assertFalse(numbers.contractDraft(7, Share.WHOLE).matches("[0-9]{14}|[0-9]{16}"));
    }
}
