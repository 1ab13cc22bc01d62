/**
 * The public log over the journal: salted entries in a Merkle tree kept as tiles, signed heads, proofs for whoever
 * holds a receipt, and their checking. Derived from the journal but for the signed heads; nothing here has a thread.
 */
package org.gavel.exchange.transparency;
