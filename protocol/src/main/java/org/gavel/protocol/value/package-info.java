/** Money, ids and the small values every room shares; each checks itself when it is made. */
package org.gavel.protocol.value;
