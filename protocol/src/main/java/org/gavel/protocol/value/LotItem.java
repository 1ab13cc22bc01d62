package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * One of several things that are sold as one lot.
 *
 * @param number the number under which it is registered, such as a patent's; may be empty
 * @param reference what it is thought to be worth alone, or zero; decides nothing
 */
public record LotItem(Title title, ItemKind kind, String number, Money reference) {
    public LotItem {
        title = Require.present(title, "item.title");
        kind = Require.present(kind, "item.kind");
        number = Require.text(number, "item.number");
        reference = reference == null ? Money.ZERO : reference;
    }
}
