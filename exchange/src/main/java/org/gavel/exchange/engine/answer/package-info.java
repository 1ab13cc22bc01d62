/** The bounded table of answers that makes a repeated command the same command. */
package org.gavel.exchange.engine.answer;
