package org.gavel.protocol.value;

/** What a lot does with parties related to its consignor (利害关系人), who must be marked. */
public enum RelatedParties {
    /** They may not take part. */
    EXCLUDED,
    /** They may, and everybody is told that one does. */
    DISCLOSED
}
