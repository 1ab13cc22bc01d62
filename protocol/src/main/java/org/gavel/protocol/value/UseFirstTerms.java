package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * 先用后转: the licensee uses it free for a term, then takes it at the agreed price or gives it back.
 *
 * @param price what the transfer costs
 * @param deposit what of it is held when the licensee takes it: zero to the whole price
 * @param transfer how it passes over then
 * @param publicity before the use begins; absent reads as none, which only a private seller may leave out
 * @param useDays the term in calendar days, from the day after the use begins
 */
public record UseFirstTerms(Money price, Money deposit, TransferMode transfer, PublicityTerms publicity, int useDays)
        implements DealTerms {
    /** The longest term of use, ten years. */
    public static final int MOST_DAYS = 3_660;

    public UseFirstTerms {
        price = Require.present(price, "price").positive("price");
        deposit = deposit == null ? Money.ZERO : deposit;
        if (deposit.compareTo(price) > 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "deposit", "must not be above the price");
        }
        transfer = transfer == null ? TransferMode.TRANSFER : transfer;
        publicity = publicity == null ? PublicityTerms.NONE : publicity;
        Require.between(useDays, 1, MOST_DAYS, "useDays");
    }

    @Override
    public boolean namesBuyer() {
        return true;
    }
}
