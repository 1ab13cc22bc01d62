package org.gavel.protocol.value;

/** How an achievement passes to the buyer (促进科技成果转化法 art. 16). */
public enum TransferMode {
    /** 转让. */
    TRANSFER,
    /** 独占许可或排他许可. */
    EXCLUSIVE_LICENCE,
    /** 普通许可. */
    LICENCE,
    /** 作价投资. */
    EQUITY_CONTRIBUTION
}
