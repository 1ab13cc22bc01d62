package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of one phase of a lot; which record it is names the phase's mechanism. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BestBidTerms.class, name = "BestBid"),
    @JsonSubTypes.Type(value = ChallengeTerms.class, name = "Challenge"),
    @JsonSubTypes.Type(value = ClockTerms.class, name = "Clock"),
    @JsonSubTypes.Type(value = ContestTerms.class, name = "Contest"),
    @JsonSubTypes.Type(value = DutchTerms.class, name = "Dutch"),
    @JsonSubTypes.Type(value = EnglishTerms.class, name = "English"),
    @JsonSubTypes.Type(value = InquiryTerms.class, name = "Inquiry"),
    @JsonSubTypes.Type(value = JapaneseTerms.class, name = "Japanese"),
    @JsonSubTypes.Type(value = LiveTerms.class, name = "LiveCalls"),
    @JsonSubTypes.Type(value = ProxyTerms.class, name = "Proxy"),
    @JsonSubTypes.Type(value = QuotesTerms.class, name = "Quotes"),
    @JsonSubTypes.Type(value = ReverseRoundsTerms.class, name = "ReverseRounds"),
    @JsonSubTypes.Type(value = ScoredTerms.class, name = "Scored"),
    @JsonSubTypes.Type(value = SealedTerms.class, name = "Sealed"),
    @JsonSubTypes.Type(value = SharesTerms.class, name = "Shares"),
    @JsonSubTypes.Type(value = StepRoundsTerms.class, name = "StepRounds"),
    @JsonSubTypes.Type(value = TimedTerms.class, name = "Timed")
})
public sealed interface PhaseTerms
        permits BestBidTerms,
                ChallengeTerms,
                ContestTerms,
                DividedTerms,
                DutchTerms,
                EnglishTerms,
                InquiryTerms,
                JapaneseTerms,
                LiveTerms,
                ProxyTerms,
                QuotesTerms,
                ReverseRoundsTerms,
                ScoredTerms,
                SealedTerms,
                StepRoundsTerms,
                TimedTerms {
    /** The price bidding starts from, the ceiling where prices fall. */
    Money start();

    /** Whether the lowest bid is the best (反向), so that a reserve is the most the seller would pay. */
    default boolean reverse() {
        return false;
    }

    /** Whether the lot can have several winners, for parts of it or for the whole. */
    default boolean severalWinners() {
        return false;
    }

    /** The names of all mechanisms. */
    static Set<String> mechanisms() {
        return Arrays.stream(PhaseTerms.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name of the mechanism these are the terms of. */
    default String mechanism() {
        return Arrays.stream(PhaseTerms.class.getAnnotation(JsonSubTypes.class).value())
                .filter(known -> known.value() == getClass())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The lowest reserve that makes sense where the highest bid is the best. */
    default Money leastReserve() {
        return start();
    }

    /** The least the phase sells for by itself where the highest bid is the best. */
    default Money leastPrice() {
        return leastReserve();
    }
}
