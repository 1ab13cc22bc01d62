package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.util.List;

/** Where the generations of a log are now; asked again whenever there may be new ones. */
@FunctionalInterface
public interface Generations {
    /** In order of their numbers. */
    List<Generation> list() throws IOException;
}
