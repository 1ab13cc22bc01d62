/** Sales without bids: fixed prices, joint purchases, matched needs, negotiated deals and use before transfer. */
package org.gavel.exchange.engine.deal;
