package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The best limits of a book and what is open at them (L1); 0 where a side is empty. */
public record TopOfBook(int book, Money bid, long bidQuantity, Money ask, long askQuantity) implements BookEvent {}
