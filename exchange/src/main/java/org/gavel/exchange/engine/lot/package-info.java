/** A lot's life from its announcement to its end, and the bids on it. */
package org.gavel.exchange.engine.lot;
