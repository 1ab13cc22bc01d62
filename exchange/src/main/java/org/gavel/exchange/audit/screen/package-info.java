/** Collusion screens over closed lots: patterns for a reviewer to look at, never findings. Whole numbers only. */
package org.gavel.exchange.audit.screen;
