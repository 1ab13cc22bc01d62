/** Runs the engine over journal records, live and in replay alike: decode, apply, record events, digest. */
package org.gavel.exchange.host;
