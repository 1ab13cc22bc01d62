/** Snapshots of the whole engine: their files, where they lie, and the market made from one. */
package org.gavel.exchange.snapshot;
