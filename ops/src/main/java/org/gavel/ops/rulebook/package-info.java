/** Rulebooks and holiday calendars as files: those that are shipped, and those a venue writes. */
package org.gavel.ops.rulebook;
