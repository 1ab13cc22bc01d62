/** What may be asked of the market: one record a command; every fact enters as one of these. */
package org.gavel.protocol.command;
