package org.gavel.protocol.value;

/** Where an intended deal is made public (浙江省促进科技成果转化条例 art. 17: in both). */
public enum PublicityPlace {
    /** 本单位: inside the seller's unit. */
    UNIT,
    /** 技术市场: on this venue. */
    VENUE
}
