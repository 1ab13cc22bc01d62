/** What everybody may know of the market, told from its events: the read side behind the door {@code Views}. */
package org.gavel.exchange.view;
