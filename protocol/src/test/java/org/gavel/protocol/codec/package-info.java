/** What every decoder must stand: damaged input, and a bound on the memory it takes. */
package org.gavel.protocol.codec;
