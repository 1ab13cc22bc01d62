/** The clock whose time is the market's: anchored once, monotonic, never stepped. */
package org.gavel.exchange.sequencer;
