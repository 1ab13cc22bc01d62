/** How an event file says in which phases a lot is sold: one reader a mechanism, and the checks between phases. */
package org.gavel.ops.event.terms;
