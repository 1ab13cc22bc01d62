package org.gavel.exchange.audit.screen;

import java.util.List;

/** One pattern that is looked for. */
interface Screen {
    /** Its name in the report. */
    String name();

    /** What it looks for and from where on it is a flag, one sentence with the numbers. */
    String method();

    List<Flag> flags(List<LotFacts> lots);
}
