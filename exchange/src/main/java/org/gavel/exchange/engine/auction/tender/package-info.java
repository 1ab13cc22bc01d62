/** Sealed envelopes, and tenders and contests that a panel scores. */
package org.gavel.exchange.engine.auction.tender;
