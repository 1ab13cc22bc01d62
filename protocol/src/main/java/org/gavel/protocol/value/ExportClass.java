package org.gavel.protocol.value;

/** How the export of a lot's technology is regulated (技术进出口管理条例; {@code market-rules} 2.9). */
public enum ExportClass {
    /** No export question has been put. */
    UNCLASSIFIED,
    /** 自由: anybody is admitted; a contract abroad is registered. */
    FREE,
    /** 限制: whoever is not of the mainland needs a licence on record. */
    RESTRICTED,
    /** 禁止: only participants of the mainland. */
    FORBIDDEN
}
