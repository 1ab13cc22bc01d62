/**
 * How a unit book trades: continuous price–time trading and the call auction, pure and without allocation. Commands,
 * events and money reach it through {@link org.gavel.exchange.engine.book.OrderDesk},
 * {@link org.gavel.exchange.engine.book.BookSink} and {@link org.gavel.exchange.engine.book.holding.Holdings}.
 *
 * <p>What the caller does ({@code engine.trading}): numbers orders, one number each in the venue; lets time pass before
 * each command ({@code expire} of every book whose {@code nextDue} has come) and closes the day; looks client ids up
 * before it asks; calls {@code check…}, commits its request, then calls the {@code accept…} that belongs to it; ends a
 * call with a cross when its time is up; publishes what {@code CallAuction.find} finds at an interval; tells each
 * participant of their orders and trades, and everybody of trades and orders without names.
 */
package org.gavel.exchange.engine.book;
