/** Units and money behind orders: what is free, what is held for an order, and what a trade hands over. */
package org.gavel.exchange.engine.book.holding;
