/** Which bidders can be reached, and the facts reported to the market where a lot's rule asks for them. */
package org.gavel.gateway.presence;
