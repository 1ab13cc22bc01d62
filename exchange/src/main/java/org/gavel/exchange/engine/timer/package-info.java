/** What time will cause, in the order it will cause it. */
package org.gavel.exchange.engine.timer;
