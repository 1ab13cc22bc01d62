/** Journals of each release, replayed by this one: same bytes, same events, same state, anywhere. */
package org.gavel.exchange.golden;
