/** What the journal says of who participants are; opened by the vault, unknown to the engine. */
package org.gavel.exchange.identity;
