package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The parameters of one phase of a lot; which record it is names the phase's mechanism. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BestBidTerms.class, name = "BestBid"),
    @JsonSubTypes.Type(value = ClockTerms.class, name = "Clock"),
    @JsonSubTypes.Type(value = DutchTerms.class, name = "Dutch"),
    @JsonSubTypes.Type(value = EnglishTerms.class, name = "English"),
    @JsonSubTypes.Type(value = InquiryTerms.class, name = "Inquiry"),
    @JsonSubTypes.Type(value = JapaneseTerms.class, name = "Japanese"),
    @JsonSubTypes.Type(value = LiveTerms.class, name = "LiveCalls"),
    @JsonSubTypes.Type(value = ProxyTerms.class, name = "Proxy"),
    @JsonSubTypes.Type(value = ReverseRoundsTerms.class, name = "ReverseRounds"),
    @JsonSubTypes.Type(value = SealedTerms.class, name = "Sealed"),
    @JsonSubTypes.Type(value = SharesTerms.class, name = "Shares"),
    @JsonSubTypes.Type(value = StepRoundsTerms.class, name = "StepRounds"),
    @JsonSubTypes.Type(value = TimedTerms.class, name = "Timed")
})
public sealed interface PhaseTerms
        permits BestBidTerms,
                DividedTerms,
                DutchTerms,
                EnglishTerms,
                InquiryTerms,
                JapaneseTerms,
                LiveTerms,
                ProxyTerms,
                ReverseRoundsTerms,
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

    /** The lowest reserve that makes sense where the highest bid is the best. */
    default Money leastReserve() {
        return start();
    }
}
