/** Keeps what must be hidden unreadable at rest; the key lives outside the journal. */
package org.gavel.exchange.vault;
