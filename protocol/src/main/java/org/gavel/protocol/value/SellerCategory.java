package org.gavel.protocol.value;

/** Whose property is sold; it decides which rulebooks are admitted. */
public enum SellerCategory {
    /** Anybody's own property. */
    PRIVATE,
    /** An enterprise of the state (企业国有资产法). */
    STATE_OWNED,
    /** A university or research institute founded by government (促进科技成果转化法 art. 18). */
    UNIVERSITY,
    /** Sold by order of a court (网拍规定). */
    COURT
}
