package org.gavel.exchange.engine;

/**
 * The versions of the engine's behaviour. The journal says from which record on which applies, so that a journal of
 * any release replays to the same bytes: a change that would alter a replay gets a new number and keeps the old way.
 */
public final class Behaviour {
    /** The first behaviour. */
    public static final int FIRST = 1;

    /** Since then a start ends every order that was to end with its connection. */
    public static final int STARTS_END_TIED_ORDERS = 2;

    /** Since then a deal goes to a buyer alone who may still have it when its publicity is over. */
    public static final int ADMITTED_BUYERS = 2;

    /** Since then objections to a deal have rules: by whom, how often, until when. */
    public static final int OBJECTION_RULES = 2;

    /** Since then what became of a deal can be annulled, as an award of a lot. */
    public static final int DEALS_ANNULLED = 2;

    /** Since then deals keep a roll of who may take part, as lots do. */
    public static final int DEAL_ROLLS = 2;

    /** Since then a call whose price lies outside the band goes on for one volatility call before it crosses. */
    public static final int CALLS_EXTENDED = 2;

    /** Since then the band judges trades alone, not an order of the same participant that self-trade prevention ends. */
    public static final int BAND_JUDGES_TRADES = 3;

    /** Since then the venue objects to a deal for a relation of its own parties alone. */
    public static final int RELATIONS_OF_THE_DEAL = 3;

    /** Since then no term of a listing is counted over a year whose calendar is missing. */
    public static final int LISTINGS_NEED_CALENDARS = 3;

    /** Since then a close that an outage delayed crosses nothing, also where the closing call was delayed with it. */
    public static final int DELAYED_CLOSES_CROSS_NOTHING = 3;

    /**
     * Since then no term that silence, an outage, a resumption or an objection begins is counted over a year whose
     * calendar is missing either.
     */
    public static final int EVERY_TERM_NEEDS_CALENDARS = 4;

    /** Since then one legal person is one party to a listing, whatever numbers it has. */
    public static final int ONE_PARTY_A_PERSON = 4;

    /** Since then the end of a deal and the decision on an objection are about their deal: refusals and faults name it. */
    public static final int DEALS_NAMED = 4;

    /** Since then one legal person has one paddle of a lot, and counts once for its least number of bidders. */
    public static final int ONE_BIDDER_A_PERSON = 5;

    /** Since then one legal person buys, offers and pledges once in a deal, whatever numbers it has. */
    public static final int ONE_BUYER_A_PERSON = 5;

    /** Since then price-step rounds sell for no less than their first round asks. */
    public static final int STEP_ROUNDS_ASK_A_STEP = 5;

    /** Since then it is told until when pledges can be withdrawn where that has moved. */
    public static final int WITHDRAWALS_TOLD = 5;

    /** Since then whoever forfeited on a lot is barred from its relistings under every number of its legal person. */
    public static final int PERSONS_BARRED = 6;

    /** Since then a relation found in a free use that is public without it keeps the use from being taken. */
    public static final int RELATIONS_UNTIL_AWARD = 6;

    /** Since then whoever is suspended or barred cannot say yes to an offer, made or received. */
    public static final int ADMITTED_SAY_YES = 6;

    /** Since then a listing that goes on after its disclosure says when that ended, not when something else will. */
    public static final int DISCLOSURES_END_ONCE = 6;

    /** Since then a quote leads where nobody who still counts has a better one. */
    public static final int LEADERS_STILL_COUNT = 6;

    /** Since then it is told who leads by their quote as soon as a party is kept out or let in again. */
    public static final int BEST_QUOTE_TOLD = 7;

    /** Since then a lot is withdrawn by one person only before its bidding, and a listed one only before it has parties. */
    public static final int WITHDRAWN_BEFORE_BIDDING = 7;

    /** Since then nobody whom the venue has suspended or barred offers a lot, as ever a deal. */
    public static final int SELLERS_ADMITTED = 7;

    /** Since then whoever was kept out when a lot opened does not count for its least number of bidders. */
    public static final int BIDDERS_MAY_BID = 7;

    /** Since then a relisting without approval is held against the earlier appraisal too. */
    public static final int EARLIER_APPRAISAL_HOLDS = 7;

    /** Since then no competition that ends a listing opens before the time that was announced. */
    public static final int OPENINGS_KEPT = 7;

    /** Since then a relation on record counts as a declared one wherever parties are admitted, and marks stay. */
    public static final int RECORDED_RELATIONS_COUNT = 7;

    /** Since then a listing leaves the number of its parties to the law. */
    public static final int PARTIES_BY_LAW = 7;

    /** Since then whoever is barred from a relisting as a defaulter cannot register an intention either. */
    public static final int DEFAULTERS_NOT_REGISTERED = 7;

    /** Since then a listing is resumed only where its agreement's days can be counted too. */
    public static final int RESUMED_FOR_GOOD = 7;

    /** Since then it is told whether an answer that is asked for may have been dropped. */
    public static final int DROPPED_ANSWERS_TOLD = 7;

    /** Since then a fill-or-kill order fills behind own orders that it ends, also where they lie beyond the band. */
    public static final int FILLS_BEHIND_OWN = 7;

    /** Since then the day closes with its closing call, whoever crosses it, and a halted book comes back into it. */
    public static final int CLOSING_CALLS_CLOSE = 7;

    /** Since then no call but the closing call takes the day's close along where its price lies outside the band. */
    public static final int CALLS_END_WITH_THE_DAY = 7;

    /** Since then a call that goes on because it has no price says again what would trade. */
    public static final int PRICELESS_CALLS_TOLD = 7;

    /** Since then a mark holds for who is the same legal person at present, and one taken away takes no other along. */
    public static final int MARKS_FOLLOW_PERSONS = 7;

    /** What a new venue begins with. */
    public static final int NEWEST = 7;

    private Behaviour() {}

    static boolean isKnown(int version) {
        return version >= FIRST && version <= NEWEST;
    }
}
