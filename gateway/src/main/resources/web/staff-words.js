// What the page says to the venue's staff, in both languages.

export const STAFF_WORDS = {
  "zh-CN": {
    onlyCLERK: "您以本场工作人员（拍卖师/经办）身份登录；工作人员本人不参与竞买、购买与交易", onlyOPERATOR: "您以本场工作人员（运营）身份登录；工作人员本人不参与竞买、购买与交易",
    onlyAUDITOR: "您以审计员身份登录，在此查看公开信息，不参与竞买、购买与交易", onlySPECTATOR: "您以旁观者身份登录，只能查看，不能竞买、购买与交易",
    accountCLERK: (n) => `工作人员 ${n}（拍卖师/经办）`, accountOPERATOR: (n) => `工作人员 ${n}（运营）`, accountAUDITOR: (n) => `审计员 ${n}`, accountSPECTATOR: (n) => `旁观者 ${n}`, staffTitle: (n) => `经办台 · 编号 ${n}`, staffPrivate: "仅工作人员可见，请勿外传",
    partiesHead: "意向方与参与方", noParties: "尚无参与方", manyParties: "仅列出前 1000 位", party: "参与方", applicationHead: "申请", partyOffer: "报价（元）", relation: "利害关系", term: "期限",
    partyNONE: "未报名", partyRECEIVED: "待审查", partyQUALIFIED: "已通过", partyREFUSED: "未通过", partyLapsed: "资格失效", partyAgreed: "约定受让方", partyPledge: (n) => `认购 ${n} 份`,
    declared: "已声明", marked: (cause) => `已标记：${cause}`, markCONSIGNOR: "委托方", markCONSIGNOR_AGENT: "委托方代理人", markSTAFF: "本场工作人员", markRELATED_PARTY: "利害关系人", markDEFAULTER: "悔拍人",
    staffReason: "理由（决定、标记与提请复核须填写，告知当事人或公布）", needReason: "请先填写理由", qualify: "通过", refuse: "不通过", qualifyOf: (n) => `通过参与方 ${n}`, refuseOf: (n) => `不通过参与方 ${n}`, markRelated: "标记利害关系", unmark: "取消标记", markOf: (n) => `标记参与方 ${n}`,
    qualified: "已决定", markedDone: "已标记", suspend: "中止挂牌", resume: "恢复挂牌", suspended: "挂牌已中止", resumed: "挂牌已恢复", publishPlace: "公示地点", publishReference: "公示编号或网址", publish: "登记公示", published: "公示已登记",
    objectionsHead: "待处理异议", noObjections: "无待处理异议", objector: "异议人", outside: "场外人士或本场", groundsHead: "理由", decideByHead: "处理期限",
    needOffers: "应答方案", offerHead: "方案", supplier: "供方", supplierSays: "供方意向", ownerSays: "需方意向", saysYes: "有意", saysNothing: "未表态", proposalHash: "方案文件 SHA-256", offerOther: (n) => `双方已匹配，对方为参与方 ${n}`,
    makeOffer: "提交方案", offerPrice: "报价（元，可不填，另行商议）", offerFile: "方案文件（仅提交其散列值，原件自行交换）", needFile: "请选择方案文件", interested: "有意", notInterested: "无意", withdrawOffer: "撤回方案", interestOf: (n) => `对方案 ${n} 有意`, noInterestOf: (n) => `对方案 ${n} 无意`,
    offerMade: "方案已提交", interestTold: "意向已记录", offerWithdrawn: "方案已撤回", ownOffer: "本人方案", suspendCause: "中止原因", suspendATTACK: "网络攻击", suspendFAILURE: "系统或网络故障", suspendLEAK: "信息泄露", suspendAUTHORITY: "主管机关或法院要求", suspendREQUEST: "当事人依法申请", suspendTITLE_DISPUTE: "权属争议", suspendOBJECTION: "异议调查", suspendOTHER: "其他",
  },
  en: {
    onlyCLERK: "You are signed in as the venue's staff (clerk); staff do not bid, buy or trade themselves", onlyOPERATOR: "You are signed in as the venue's staff (operator); staff do not bid, buy or trade themselves",
    onlyAUDITOR: "You are signed in as an auditor: here you see what is public, and do not bid, buy or trade", onlySPECTATOR: "You are signed in as a spectator: you watch, and cannot bid, buy or trade",
    accountCLERK: (n) => `Staff ${n} (clerk)`, accountOPERATOR: (n) => `Staff ${n} (operator)`, accountAUDITOR: (n) => `Auditor ${n}`, accountSPECTATOR: (n) => `Spectator ${n}`, staffTitle: (n) => `Desk of number ${n}`, staffPrivate: "For the venue's staff alone",
    partiesHead: "Parties", noParties: "Nobody takes part yet", manyParties: "The first 1,000 are shown", party: "Party", applicationHead: "Application", partyOffer: "Offer (yuan)", relation: "Relation", term: "Term",
    partyNONE: "none", partyRECEIVED: "to be decided", partyQUALIFIED: "qualified", partyREFUSED: "refused", partyLapsed: "place lost", partyAgreed: "buyer agreed with", partyPledge: (n) => `pledged ${n} shares`,
    declared: "declared", marked: (cause) => `marked: ${cause}`, markCONSIGNOR: "consignor", markCONSIGNOR_AGENT: "agent of the consignor", markSTAFF: "staff", markRELATED_PARTY: "related party", markDEFAULTER: "defaulter",
    staffReason: "Reason (for decisions, marks and what is asked for; the party is told, or it is published)", needReason: "Type a reason first", qualify: "Qualify", refuse: "Refuse", qualifyOf: (n) => `Qualify party ${n}`, refuseOf: (n) => `Refuse party ${n}`, markRelated: "Mark as related", unmark: "Take the mark away", markOf: (n) => `Mark party ${n}`,
    qualified: "Decided", markedDone: "Marked", suspend: "Suspend the listing", resume: "Resume the listing", suspended: "Listing suspended", resumed: "Listing resumed", publishPlace: "Public where", publishReference: "Reference of the notice", publish: "Record the publication", published: "Publication recorded",
    objectionsHead: "Objections to be decided", noObjections: "No objection is open", objector: "Objector", outside: "outsider or venue", groundsHead: "Grounds", decideByHead: "Decide within",
    needOffers: "Offers", offerHead: "Offer", supplier: "Supplier", supplierSays: "Supplier says", ownerSays: "Owner says", saysYes: "yes", saysNothing: "nothing yet", proposalHash: "SHA-256 of the proposal", offerOther: (n) => `both have said yes; the other side is participant ${n}`,
    makeOffer: "Make the offer", offerPrice: "Price (yuan; empty where it is to be talked about)", offerFile: "Proposal (its hash alone is sent; hand the file over yourself)", needFile: "Choose the proposal's file", interested: "Interested", notInterested: "Not interested", withdrawOffer: "Withdraw my offer", interestOf: (n) => `Interested in offer ${n}`, noInterestOf: (n) => `Not interested in offer ${n}`,
    offerMade: "Offer made", interestTold: "Recorded", offerWithdrawn: "Offer withdrawn", ownOffer: "my offer", suspendCause: "Cause", suspendATTACK: "attack", suspendFAILURE: "failure of systems or network", suspendLEAK: "leak", suspendAUTHORITY: "order of an authority or court", suspendREQUEST: "lawful request", suspendTITLE_DISPUTE: "dispute about the title", suspendOBJECTION: "objection looked into", suspendOTHER: "other",
  },
};
