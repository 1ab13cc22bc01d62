package org.gavel.protocol.value;

/** When a right of first refusal (优先购买权) is exercised. */
public enum PriorityMode {
    /** Nobody has one. */
    NONE,
    /** 竞价法: holders match the price while others bid (网络司法拍卖规定 art. 21). */
    WITHIN_BIDDING,
    /** 询价法: holders are asked once bidding is over, and the first yes buys. */
    INQUIRY_AFTER,
    /** 询价竞价法: as {@link #INQUIRY_AFTER}, and the high bidder may raise until one of the two quits. */
    INQUIRY_THEN_BIDDING;

    /** Whether holders are asked between bidding and the hammer. */
    public boolean asks() {
        return this == INQUIRY_AFTER || this == INQUIRY_THEN_BIDDING;
    }
}
