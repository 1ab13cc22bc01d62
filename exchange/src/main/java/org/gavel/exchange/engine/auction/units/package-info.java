/** Auctions of many units to several winners. */
package org.gavel.exchange.engine.auction.units;
