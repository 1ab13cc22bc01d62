/** From the journal back to the market, proving on the way that nothing has changed. */
package org.gavel.exchange.recovery;
