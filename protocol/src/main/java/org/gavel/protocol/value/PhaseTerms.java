package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The parameters of one phase of a lot; which record it is names the phase's mechanism. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EnglishTerms.class, name = "English"),
    @JsonSubTypes.Type(value = SealedTerms.class, name = "Sealed")
})
public sealed interface PhaseTerms permits EnglishTerms, SealedTerms {
    /** The price bidding starts from, which a reserve may not undercut. */
    Money start();
}
