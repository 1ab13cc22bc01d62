package org.gavel.exchange.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.auction.ascending.EnglishAuction;
import org.gavel.exchange.engine.auction.ascending.ListedQuotes;
import org.gavel.exchange.engine.auction.ascending.LiveAuction;
import org.gavel.exchange.engine.auction.ascending.ProxyAuction;
import org.gavel.exchange.engine.auction.ascending.TimedBidding;
import org.gavel.exchange.engine.auction.rounds.BestBid;
import org.gavel.exchange.engine.auction.rounds.DutchClock;
import org.gavel.exchange.engine.auction.rounds.Inquiry;
import org.gavel.exchange.engine.auction.rounds.JapaneseAuction;
import org.gavel.exchange.engine.auction.rounds.ReverseRounds;
import org.gavel.exchange.engine.auction.rounds.StepRounds;
import org.gavel.exchange.engine.auction.tender.PriceContest;
import org.gavel.exchange.engine.auction.tender.ScoredTender;
import org.gavel.exchange.engine.auction.tender.SealedBid;
import org.gavel.exchange.engine.auction.units.ShareBidding;
import org.gavel.exchange.engine.auction.units.UnitsClock;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Which mechanism runs which terms. Immutable. */
public final class KnownMechanisms implements Mechanisms {
    /** Every mechanism this release knows. */
    public static final Mechanisms ALL = new KnownMechanisms();

    private final Map<Class<? extends PhaseTerms>, Function<PhaseTerms, Mechanism>> makers = new HashMap<>();

    KnownMechanisms() {
        on(BestBidTerms.class, BestBid::new);
        on(ChallengeTerms.class, ScoredTender::new);
        on(ClockTerms.class, UnitsClock::new);
        on(ContestTerms.class, PriceContest::new);
        on(DutchTerms.class, DutchClock::new);
        on(EnglishTerms.class, EnglishAuction::new);
        on(InquiryTerms.class, Inquiry::new);
        on(JapaneseTerms.class, JapaneseAuction::new);
        on(LiveTerms.class, LiveAuction::new);
        on(ProxyTerms.class, ProxyAuction::new);
        on(QuotesTerms.class, ListedQuotes::new);
        on(ReverseRoundsTerms.class, ReverseRounds::new);
        on(ScoredTerms.class, ScoredTender::new);
        on(SealedTerms.class, SealedBid::new);
        on(SharesTerms.class, ShareBidding::new);
        on(StepRoundsTerms.class, StepRounds::new);
        on(TimedTerms.class, TimedBidding::new);
    }

    private <T extends PhaseTerms> void on(Class<T> terms, Function<T, Mechanism> maker) {
        makers.put(terms, given -> maker.apply(terms.cast(given)));
    }

    @Override
    public Mechanism of(PhaseTerms terms) {
        Function<PhaseTerms, Mechanism> maker = makers.get(terms.getClass());
        if (maker == null) {
            throw new IllegalStateException(
                    "no mechanism runs " + terms.getClass().getSimpleName());
        }
        return maker.apply(terms);
    }

    boolean knows(Class<?> terms) {
        return makers.containsKey(terms);
    }
}
