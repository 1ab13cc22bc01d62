package org.gavel.exchange.api;

import java.util.function.Consumer;

/**
 * What a follower has made of the feed and of nothing else. Beside each snapshot of the engine it is kept, so that a start
 * reads only the events behind it. What was read in again and what was told from the first event on are the same to
 * everybody who asks. Fields that are {@code transient} start as the constructor leaves them.
 */
public interface KeptView extends KeptState, Consumer<Applied> {
    /** The sequence of the newest command it was told of, 0 for none. */
    long sequence();

    /** Does what was left for later: nothing transient is needed after it. Right before it is written down. */
    void settle();
}
