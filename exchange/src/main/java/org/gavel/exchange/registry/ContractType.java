package org.gavel.exchange.registry;

/** The kinds of technology contract (Civil Code art. 843). */
public enum ContractType {
    /** 技术开发. */
    DEVELOPMENT,
    /** 技术转让: what an award makes unless the parties say otherwise. */
    TRANSFER,
    /** 技术许可. */
    LICENSE,
    /** 技术咨询. */
    CONSULTING,
    /** 技术服务, training and intermediary services included. */
    SERVICE
}
