/** The market of English lots once more, naively, and the random schedules that hold the engine against it. */
package org.gavel.exchange.engine.reference;
