package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * 协议定价: the parties have agreed on a price, which is made public before it holds.
 *
 * @param price 拟交易价格
 * @param need the need the deal came from, or 0
 * @param offer the matched offer of that need, or 0
 */
public record NegotiatedTerms(Money price, TransferMode transfer, PublicityTerms publicity, int need, int offer)
        implements DealTerms {
    public NegotiatedTerms {
        price = Require.present(price, "price").positive("price");
        transfer = transfer == null ? TransferMode.TRANSFER : transfer;
        if (publicity == null || publicity.isNone()) {
            throw new InvalidValue(
                    RejectReason.MISSING_FIELD, "publicity", "is required: a negotiated price is made public first");
        }
        Require.between(need, 0, Integer.MAX_VALUE, "need");
        Require.between(offer, 0, Integer.MAX_VALUE, "offer");
        if (need == 0 != (offer == 0)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "offer", "goes with need, and only with it");
        }
    }

    @Override
    public boolean namesBuyer() {
        return true;
    }
}
