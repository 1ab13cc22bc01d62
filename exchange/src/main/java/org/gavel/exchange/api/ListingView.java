package org.gavel.exchange.api;

import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;

/**
 * What everybody may know of a listing; what is sold by it stands in its lot's view.
 *
 * @param state {@code DISCLOSING CONFIRMING AGREEING SUSPENDED}, and once it is over its outcome: {@code COMPETITION AGREED
 *     NO_PARTY NO_AGREEMENT WITHDRAWN TERMINATED}
 * @param lastDay the last day of the disclosure
 * @param closesAt when time decides about it, microseconds since 1970: the end of the disclosure or of the agreement's term,
 *     after its end the opening of the competition; 0 where nothing public is due
 * @param cycle by how many cycles the disclosure has been extended
 * @param quotes how many quotes were given
 * @param paddle who leads the quotes, later the party of the agreement; 0 before
 * @param price the highest quote, later the price of the agreement; zero before
 * @param parties how many qualified parties it had; 0 until it is over
 * @param note why it stands still or was ended
 */
public record ListingView(
        int listing,
        int lot,
        Money listPrice,
        ListingTerms terms,
        String state,
        Day lastDay,
        long closesAt,
        int cycle,
        int quotes,
        int paddle,
        Money price,
        int parties,
        String note) {}
