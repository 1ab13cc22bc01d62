/** The texts of the wire protocol: what a client may ask, how it is answered, and why a connection ends. */
package org.gavel.gateway.wire;
