// What is said of a command that has been taken, and what was typed for it and is empty again.

import { asked } from "./held-page.js";
import { yuan } from "./money.js";
import { dropAmendment } from "./order-page.js";
import { element } from "./page.js";
import { word } from "./words.js";

/** The word for each command that has been taken. */
const TAKEN = {
  HoldDeposit: "held", ApplyForLot: "applied", SubmitEnvelope: "sealedSent", OpenEnvelope: "opened", BidUnits: "unitsSent",
  SubmitProposal: "proposalSent", RegisterIntention: "registered", OfferPrice: "quoted", BuyNow: "bought", PledgeShares: "pledged",
  WithdrawPledge: "unpledged", RaiseObjection: "objected", WithdrawObjection: "unobjected", ConvertUse: "converted", EndUse: "useEnded",
  MakeOffer: "offerMade", TellInterest: "interestTold", WithdrawOffer: "offerWithdrawn", QualifyBidder: "qualified", MarkParty: "markedDone",
  SuspendListing: "suspended", ResumeListing: "resumed", PublishDeal: "published", PlaceOrder: "orderSent", AmendOrder: "amended", CancelOrder: "cancelled", CancelOrders: "cancelled",
  ApproveAct: "heldApproved", DeclineAct: "heldDeclined",
};

/** What is empty again once the command has been taken. */
const SENT = {
  RegisterIntention: ["register-offer"], OfferPrice: ["offer-amount"], PledgeShares: ["pledge-shares"], RaiseObjection: ["object-grounds"],
  PlaceOrder: ["order-units"], MakeOffer: ["need-price"], QualifyBidder: ["staff-reason"], MarkParty: ["staff-reason"], SuspendListing: ["staff-reason"],
  ResumeListing: ["staff-reason"], PublishDeal: ["publish-reference"],
  RequestApproval: ["staff-reason", "pair-number", "pair-sale", "pair-bidder", "pair-panel", "pair-sheet"],
};

/** What is said of it. */
export function taken(op, fields, result) {
  if (op === "RequestApproval") {
    return asked(result);
  }
  return op === "PlaceBid" && fields.amount ? word("taken", yuan(BigInt(fields.amount))) : word(TAKEN[op] || "done", result.seq);
}

/** Empties what was typed for it. */
export function forgetTyped(op) {
  for (const id of SENT[op] || []) {
    element(id).value = "";
  }
  if (op === "AmendOrder") {
    dropAmendment();
  }
}
