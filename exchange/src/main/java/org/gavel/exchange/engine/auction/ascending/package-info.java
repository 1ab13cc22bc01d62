/** Auctions whose price rises with open bids, called in the hall or left with the machine; and what they share. */
package org.gavel.exchange.engine.auction.ascending;
