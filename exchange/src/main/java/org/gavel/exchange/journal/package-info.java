/**
 * The journal: every command in one order, durable before anyone is told, verified before anyone is served. Chronicle
 * Queue writes the bytes; {@link org.gavel.exchange.journal.envelope} gives them checksums, a chain and an own reader.
 */
package org.gavel.exchange.journal;
