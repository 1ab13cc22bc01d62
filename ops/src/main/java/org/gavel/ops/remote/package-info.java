/** A running node as its staff reach it from the command line: through the public protocol, like everybody else. */
package org.gavel.ops.remote;
