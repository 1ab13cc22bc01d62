/** Where something is kept, by its number. */
package org.gavel.exchange.engine.index;
