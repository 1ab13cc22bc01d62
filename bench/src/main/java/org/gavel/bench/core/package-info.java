/** The whole core beside exchange-core's, from a submitted command to its answer, and the replay of its journal. */
package org.gavel.bench.core;
