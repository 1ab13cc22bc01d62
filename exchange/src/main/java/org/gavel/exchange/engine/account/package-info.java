/** Participants' deposit accounts: what is free, what is held for which lot, and that none of it is lost. */
package org.gavel.exchange.engine.account;
