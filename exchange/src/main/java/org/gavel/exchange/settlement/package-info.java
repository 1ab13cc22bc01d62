/**
 * The exchange's events become the ledger, exactly once: effects and the applied position are written in one database
 * transaction, in SQLite or PostgreSQL.
 */
package org.gavel.exchange.settlement;
