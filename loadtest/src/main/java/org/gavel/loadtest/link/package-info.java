/** One WebSocket connection: frames, replies by their id, pushes, and the venue's clock as it is heard. */
package org.gavel.loadtest.link;
