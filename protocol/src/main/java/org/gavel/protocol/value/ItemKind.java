package org.gavel.protocol.value;

/** What an item of a package (成果包) is. */
public enum ItemKind {
    /** 专利: granted or applied for. */
    PATENT,
    /** 软件著作权. */
    SOFTWARE,
    /** 集成电路布图设计. */
    LAYOUT_DESIGN,
    /** 植物新品种. */
    PLANT_VARIETY,
    /** 技术秘密. */
    KNOW_HOW,
    /** Anything else that is sold with it. */
    OTHER
}
