/** The canonical bytes of the market's state, which every replay must reproduce. */
package org.gavel.exchange.engine.state;
