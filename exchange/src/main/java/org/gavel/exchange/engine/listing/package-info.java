/** Listing trade (挂牌): disclosure in working days, intentions one by one, and what becomes of the lot when it ends. */
package org.gavel.exchange.engine.listing;
