/** What an operator runs: the command line, the configuration and the wiring of a node. */
package org.gavel.ops;
