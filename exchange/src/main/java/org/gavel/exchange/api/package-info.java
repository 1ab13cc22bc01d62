/** The three doors of the exchange: submit a command, follow what happened, ask what stands. */
package org.gavel.exchange.api;
