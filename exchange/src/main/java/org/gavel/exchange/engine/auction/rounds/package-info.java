/** Auctions that ask for one price after the other: by a clock, in rounds, or once more at the end. */
package org.gavel.exchange.engine.auction.rounds;
