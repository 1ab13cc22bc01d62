/** The deterministic engine without sockets, clock or disk: commands in, events out, both as JSON Lines. */
package org.gavel.ops.simulate;
