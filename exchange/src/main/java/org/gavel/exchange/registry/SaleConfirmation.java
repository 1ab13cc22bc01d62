package org.gavel.exchange.registry;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.Title;

/**
 * The confirmation letter (成交确认书; Auction Law art. 52).
 *
 * @param number the venue's own, from {@link DocumentNumbers}
 * @param buyer who pays: the winner, or the owner of the need where prices fall
 * @param share which of the lot's winners it is for, and what they have of it
 * @param depositHeld what was held of the winner for this lot when the hammer fell, fen
 * @param confirmedAt the hammer's time, microseconds since 1970
 */
public record SaleConfirmation(
        String number,
        int lot,
        int buyer,
        int seller,
        Title title,
        Money amount,
        Share share,
        long depositHeld,
        long confirmedAt) {}
