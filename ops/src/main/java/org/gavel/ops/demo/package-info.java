/** The demonstration: a whole roadshow on a real node, bid for through the public protocol alone. */
package org.gavel.ops.demo;
