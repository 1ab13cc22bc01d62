/** Gavel as its users meet it: real processes, sockets, disks and databases, killed and damaged on purpose. */
package org.gavel.ops.system;
