/** Benchmarks of the hot path, on a class path of their own. */
package org.gavel.bench;
