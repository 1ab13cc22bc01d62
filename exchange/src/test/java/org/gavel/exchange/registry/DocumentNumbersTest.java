package org.gavel.exchange.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DocumentNumbersTest {
    private final DocumentNumbers numbers = new DocumentNumbers("浙江拍");

    @Test
    void venueAndLotAloneDecideTheNumber() {
        assertEquals(numbers.saleConfirmation(7), new DocumentNumbers("浙江拍").saleConfirmation(7));
        assertNotEquals(numbers.saleConfirmation(7), numbers.saleConfirmation(8));
        assertNotEquals(numbers.saleConfirmation(7), new DocumentNumbers("西安").saleConfirmation(7));
    }

    /** Official ones have 14 or 16 digits and nothing else. */
    @Test
    void draftNumberCannotBeTakenForARegistrationNumber() {
        assertEquals("DRAFT-", numbers.contractDraft(Integer.MAX_VALUE).substring(0, 6));
        assertFalse(numbers.contractDraft(7).matches("[0-9]{14}|[0-9]{16}"));
    }
}
