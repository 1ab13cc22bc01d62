/**
 * The unit book: continuous price–time trading and the call auction, pure and without allocation. Commands, events
 * and money reach it through {@link org.gavel.exchange.engine.book.OrderDesk},
 * {@link org.gavel.exchange.engine.book.BookSink} and {@link org.gavel.exchange.engine.book.holding.Holdings}.
 *
 * <p>What the caller does: numbers orders, one number each in the venue; lets time pass before each command
 * ({@code expire} of every book whose {@code nextDue} has come, in (time, instrument) order) and turns a day order
 * into one that expires when its session ends; looks client ids up before it asks; calls {@code check…}, commits its
 * request, then calls the {@code accept…} that belongs to it; ends a call with a cross when its time is up, or
 * lengthens it where {@code checkCross} finds no price or the price found lies outside the band; publishes what
 * {@code CallAuction.find} finds at an interval; tells each participant of their orders and trades, and everybody of
 * trades and levels without names.
 */
package org.gavel.exchange.engine.book;
