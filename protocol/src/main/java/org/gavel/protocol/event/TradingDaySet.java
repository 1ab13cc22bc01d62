package org.gavel.protocol.event;

import org.gavel.protocol.value.TradingDay;

/** The times of a book's next trading day. */
public record TradingDaySet(int book, TradingDay day, String reason) implements BookEvent {}
