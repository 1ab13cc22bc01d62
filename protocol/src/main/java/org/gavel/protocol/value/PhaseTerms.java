package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The parameters of one phase of a lot; which record it is names the phase's mechanism. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EnglishTerms.class, name = "English"),
    @JsonSubTypes.Type(value = InquiryTerms.class, name = "Inquiry"),
    @JsonSubTypes.Type(value = JapaneseTerms.class, name = "Japanese"),
    @JsonSubTypes.Type(value = StepRoundsTerms.class, name = "StepRounds"),
    @JsonSubTypes.Type(value = TimedTerms.class, name = "Timed")
})
public sealed interface PhaseTerms permits EnglishTerms, InquiryTerms, JapaneseTerms, StepRoundsTerms, TimedTerms {
    /** The price bidding starts from, which a reserve may not undercut. */
    Money start();
}
