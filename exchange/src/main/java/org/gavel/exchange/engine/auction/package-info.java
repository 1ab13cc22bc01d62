/** What every auction mechanism is and what it can ask of its lot; the mechanisms are in the packages below. */
package org.gavel.exchange.engine.auction;
