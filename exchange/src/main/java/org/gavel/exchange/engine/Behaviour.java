package org.gavel.exchange.engine;

/**
 * What the engine has come to do otherwise than before, each with the number of the behaviour that began it. The journal
 * says from which record on which behaviour applies, so that a journal of any release replays to the same bytes: a change
 * that would alter a replay gets a new number and keeps the old way.
 */
public enum Behaviour {
    /** A start ends every order that was to end with its connection. */
    STARTS_END_TIED_ORDERS(2),

    /** A deal goes to a buyer alone who may still have it when its publicity is over. */
    ADMITTED_BUYERS(2),

    /** Objections to a deal have rules: by whom, how often, until when. */
    OBJECTION_RULES(2),

    /** What became of a deal can be annulled, as an award of a lot. */
    DEALS_ANNULLED(2),

    /** Deals keep a roll of who may take part, as lots do. */
    DEAL_ROLLS(2),

    /** A call whose price lies outside the band goes on for one volatility call before it crosses. */
    CALLS_EXTENDED(2),

    /** The band judges trades alone, not an order of the same participant that self-trade prevention ends. */
    BAND_JUDGES_TRADES(3),

    /** The venue objects to a deal for a relation of its own parties alone. */
    RELATIONS_OF_THE_DEAL(3),

    /** No term of a listing is counted over a year whose calendar is missing. */
    LISTINGS_NEED_CALENDARS(3),

    /** A close that an outage delayed crosses nothing, also where the closing call was delayed with it. */
    DELAYED_CLOSES_CROSS_NOTHING(3),

    /**
     * No term that silence, an outage, a resumption or an objection begins is counted over a year whose calendar is
     * missing either.
     */
    EVERY_TERM_NEEDS_CALENDARS(4),

    /** One legal person is one party to a listing, whatever numbers it has. */
    ONE_PARTY_A_PERSON(4),

    /** The end of a deal and the decision on an objection are about their deal: refusals and faults name it. */
    DEALS_NAMED(4),

    /** One legal person has one paddle of a lot, and counts once for its least number of bidders. */
    ONE_BIDDER_A_PERSON(5),

    /** One legal person buys, offers and pledges once in a deal, whatever numbers it has. */
    ONE_BUYER_A_PERSON(5),

    /** Price-step rounds sell for no less than their first round asks. */
    STEP_ROUNDS_ASK_A_STEP(5),

    /** It is told until when pledges can be withdrawn where that has moved. */
    WITHDRAWALS_TOLD(5),

    /** Whoever forfeited on a lot is barred from its relistings under every number of its legal person. */
    PERSONS_BARRED(6),

    /** A relation found in a free use that is public without it keeps the use from being taken. */
    RELATIONS_UNTIL_AWARD(6),

    /** Whoever is suspended or barred cannot say yes to an offer, made or received. */
    ADMITTED_SAY_YES(6),

    /** A listing that goes on after its disclosure says when that ended, not when something else will. */
    DISCLOSURES_END_ONCE(6),

    /** A quote leads where nobody who still counts has a better one. */
    LEADERS_STILL_COUNT(6),

    /** It is told who leads by their quote as soon as a party is kept out or let in again. */
    BEST_QUOTE_TOLD(7),

    /** A lot is withdrawn by one person only before its bidding, and a listed one only before it has parties. */
    WITHDRAWN_BEFORE_BIDDING(7),

    /** Nobody whom the venue has suspended or barred offers a lot, as ever a deal. */
    SELLERS_ADMITTED(7),

    /** Whoever was kept out when a lot opened does not count for its least number of bidders. */
    BIDDERS_MAY_BID(7),

    /** A relisting without approval is held against the highest appraisal of the listings before it too. */
    EARLIER_APPRAISAL_HOLDS(7),

    /** A relisting opens within the days it has; to announce it within them is not enough. */
    RELISTINGS_OPEN_IN_TIME(7),

    /** A lot to be offered again that was never announced is named. */
    UNKNOWN_RELISTINGS_NAMED(7),

    /** Of a quote beyond the highest whole step that step is named, not an amount that is none. */
    HIGHEST_QUOTES_NAMED(7),

    /** Pledges to a joint purchase can be withdrawn until a time that lies ahead, or not at all. */
    WITHDRAWALS_AHEAD(7),

    /** What an account has above the highest balance is paid out in any parts. */
    PAID_OUT_IN_PARTS(7),

    /** No competition that ends a listing opens before the time that was announced. */
    OPENINGS_KEPT(7),

    /** A relation on record counts as a declared one wherever parties are admitted, and marks stay. */
    RECORDED_RELATIONS_COUNT(7),

    /** A listing leaves the number of its parties to the law. */
    PARTIES_BY_LAW(7),

    /** Whoever is barred from a relisting as a defaulter cannot register an intention either. */
    DEFAULTERS_NOT_REGISTERED(7),

    /** A listing is resumed only where its agreement's days can be counted too. */
    RESUMED_FOR_GOOD(7),

    /** It is told whether an answer that is asked for may have been dropped. */
    DROPPED_ANSWERS_TOLD(7),

    /** A fill-or-kill order fills behind own orders that it ends, also where they lie beyond the band. */
    FILLS_BEHIND_OWN(7),

    /** The day closes with its closing call, whoever crosses it, and a halted book comes back into it. */
    CLOSING_CALLS_CLOSE(7),

    /** No call but the closing call takes the day's close along where its price lies outside the band. */
    CALLS_END_WITH_THE_DAY(7),

    /** A call that goes on because it has no price says again what would trade. */
    PRICELESS_CALLS_TOLD(7),

    /** A mark holds for who is the same legal person at present, and one taken away takes no other along. */
    MARKS_FOLLOW_PERSONS(7),

    /** Whoever asks for an older behaviour is told which one the venue has. */
    PASSED_BEHAVIOUR_NAMED(7);

    /** What journals of before there were numbers began with. */
    public static final int FIRST = 1;

    /** What a new venue begins with. */
    public static final int NEWEST = 7;

    /** The newest of releases whose start did not say up to which behaviour they know. */
    static final int NEWEST_UNTOLD = 7;

    private final int since;

    Behaviour(int since) {
        this.since = since;
    }

    /** The number of the behaviour it came with. */
    public int since() {
        return since;
    }

    /** Whether a venue of this behaviour does so. */
    boolean isOf(int version) {
        return version >= since;
    }
}
