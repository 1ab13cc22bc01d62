// Acts of two persons that can be asked for of what is shown, and the fields of each.

import { mechanism } from "./course.js";
import { parseUnits } from "./money.js";

const LIVE = ["OPEN", "CLOSING", "HAMMERED", "PAUSED", "SUSPENDED"];
const LISTED = ["DISCLOSING", "CONFIRMING", "AGREEING", "SUSPENDED"];
const OF_LISTING = ["ConcludeAgreement", "TerminateListing"];
const DEAL_OVER = ["AWARDED", "ANNULLED", "PASSED", "TERMINATED", "ENDED"];
const WITHOUT_AWARD = ["FixedPrice", "Need"];

function ofListing(listing) {
  return [listing.state === "AGREEING" && "ConcludeAgreement", LISTED.includes(listing.state) && "TerminateListing"];
}

function ofDeal(deal) {
  const awarded = deal.state === "AWARDED" && !WITHOUT_AWARD.includes(deal.terms.mode);
  return [!DEAL_OVER.includes(deal.state) && "EndDeal", awarded && "VoidLot"];
}

function ofLot(lot) {
  const called = lot.state === "OPEN" && mechanism(lot) === "LiveCalls" && lot.bids > 0;
  const runs = LIVE.includes(lot.state);
  return [
    lot.state === "HAMMERED" && "ReopenLot", called && "UndoBid", (runs || lot.state === "ANNOUNCED") && "TerminateLot",
    (runs || lot.state === "AWARDED") && "VoidLot",
  ];
}

/**
 * The acts of two persons that can be asked for as things stand; of objections their own table speaks.
 *
 * @param listing of the lot, where it has one; until it is over, it speaks for its lot
 * @param lot what bids are made on
 */
export function pairActs(listing, deal, lot) {
  const runs = listing && LISTED.includes(listing.state);
  const acts = runs ? ofListing(listing) : deal ? ofDeal(deal) : lot ? ofLot(lot) : [];
  return acts.filter(Boolean);
}

/** The fields of such an act beside its reason, or the word for what is wrong; only an undone bid needs its number. */
export function pairFields(op, { listing, lot }, number) {
  if (OF_LISTING.includes(op)) {
    return { listing };
  }
  const undone = parseUnits(number);
  return op !== "UndoBid" ? { lot } : undone ? { lot, number: undone } : { wrong: "needBid" };
}
