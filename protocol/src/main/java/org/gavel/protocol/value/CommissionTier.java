package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * A row of the commission table (佣金): the part of a price above {@code above} pays this share.
 *
 * @param perMyriad hundredths of a percent
 */
public record CommissionTier(Money above, Limit perMyriad) {
    public CommissionTier {
        above = Require.present(above, "commission.above");
        perMyriad = Require.present(perMyriad, "commission.perMyriad");
        Require.between(perMyriad.value(), 0, 10_000, "commission.perMyriad.value");
    }
}
