/** Envelopes encrypted to a key in shares: dealing it, putting it together for one opening, reading what it opens. */
package org.gavel.exchange.sealing;
