/**
 * The venue's unit books: who may order in them, what stands behind orders on participants' accounts, and what the day
 * brings. {@link org.gavel.exchange.engine.trading.OrderEntry} takes orders without allocating,
 * {@link org.gavel.exchange.engine.trading.BookDesk} what the staff do,
 * {@link org.gavel.exchange.engine.trading.BookCourse} what time does; {@code engine.book} trades.
 */
package org.gavel.exchange.engine.trading;
