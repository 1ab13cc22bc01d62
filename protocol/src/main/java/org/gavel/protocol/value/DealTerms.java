package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;

/** What a deal (协议或定价交易) is announced as; which record it is names the deal's mode. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mode")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FixedPriceTerms.class, name = "FixedPrice"),
    @JsonSubTypes.Type(value = JointPurchaseTerms.class, name = "JointPurchase"),
    @JsonSubTypes.Type(value = NeedTerms.class, name = "Need"),
    @JsonSubTypes.Type(value = NegotiatedTerms.class, name = "Negotiated"),
    @JsonSubTypes.Type(value = UseFirstTerms.class, name = "UseFirst")
})
public sealed interface DealTerms
        permits FixedPriceTerms, JointPurchaseTerms, NeedTerms, NegotiatedTerms, UseFirstTerms {
    /**
     * Whether the deal's own number is the lot that is awarded. An offer at a fixed price is none: each sale is a lot of its
     * own; nor is a need, which only leads to a deal.
     */
    default boolean isLot() {
        return true;
    }

    /** Whether the buyer is named when the deal is announced. */
    default boolean namesBuyer() {
        return false;
    }

    /** What makes the deal public before it is awarded; {@link PublicityTerms#NONE} where nothing does. */
    default PublicityTerms publicity() {
        return PublicityTerms.NONE;
    }

    /** The name of the mode. */
    default String mode() {
        return Arrays.stream(DealTerms.class.getAnnotation(JsonSubTypes.class).value())
                .filter(known -> known.value() == getClass())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
