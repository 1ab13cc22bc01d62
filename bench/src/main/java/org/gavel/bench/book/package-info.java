/** The unit book beside other engines' books: the same commands, the same trades, a JVM and a class path for each. */
package org.gavel.bench.book;
