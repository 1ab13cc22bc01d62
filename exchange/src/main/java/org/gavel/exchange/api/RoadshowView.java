package org.gavel.exchange.api;

import java.util.List;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;

/**
 * What everybody may know of a roadshow.
 *
 * @param state {@code ANNOUNCED RUNNING ENDED}
 */
public record RoadshowView(
        int roadshow, Title title, List<Integer> lots, String state, int sold, int unsold, Money turnover) {}
