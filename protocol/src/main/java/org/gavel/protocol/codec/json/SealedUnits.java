package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/** A bid for units as the journal holds it: how many and at which price sealed together. */
final class SealedUnits {
    private static final String UNITS = "units";
    private static final String PRICE = "price";
    private static final String SEALED = "sealed";
    private static final int UNIT_DIGITS = Long.toString(Require.MAX_NUMBER).length();
    private static final int PRICE_DIGITS = Long.toString(Money.MAX_FEN).length();

    private SealedUnits() {}

    /** Every bid is sealed at the same length: a cipher hides the digits, not how many there are. */
    static void seal(ObjectNode tree, Sealer sealer) {
        String units = padded(Long.toString(tree.get(UNITS).longValue()), UNIT_DIGITS);
        String price = padded(tree.get(PRICE).textValue(), PRICE_DIGITS);
        tree.remove(UNITS);
        tree.remove(PRICE);
        tree.put(SEALED, sealer.seal(units + price));
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    /** Puts the readable bid back; one that is not sealed stays as it is. */
    static void open(ObjectNode tree, Sealer sealer) {
        if (tree.has(UNITS) || !tree.path(SEALED).isTextual()) {
            return;
        }
        String plain = sealer.open(tree.remove(SEALED).textValue());
        if (!plain.matches("[0-9]{" + (UNIT_DIGITS + PRICE_DIGITS) + "}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, SEALED, "must hold units and price");
        }
        tree.put(UNITS, Long.parseLong(plain.substring(0, UNIT_DIGITS)));
        tree.put(PRICE, plain.substring(UNIT_DIGITS));
    }
}
