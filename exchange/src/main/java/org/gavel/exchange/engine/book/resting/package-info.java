/**
 * What rests in order books, in primitive arrays that every book of a venue shares: orders, their ids, price levels
 * and the tree that keeps the levels in order. Nothing here knows a rule of trading; single-threaded.
 */
package org.gavel.exchange.engine.book.resting;
