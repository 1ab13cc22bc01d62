// What a lot's running phase is at: its stage, the calls, what was said last, and which acts it takes from a bidder.

import { isBidding, lives } from "./lot-states.js";
import { fen } from "./money.js";

const LEVELS = ["Dutch", "Japanese"];
const MATCHED = ["English", "Timed", "LiveCalls"];
const ENVELOPES = ["Sealed", "Scored", "Challenge"];
const UNITS = ["Shares", "Clock"];

const FRESH = { stage: 0, stageKind: "", stagePaddle: 0, stagePrice: 0n, call: 0, finalAt: 0, remainder: 0 };

function stage(event) {
  return event.kind === "REVEAL" && event.paddle
    ? { said: ["revealed", event.paddle, event.price] }
    : { stage: event.stage, stageKind: event.kind, stagePaddle: event.paddle, stagePrice: fen(event.price) };
}

/** Of several winners the best is said; all of them stand on the page. */
function final(event) {
  return event.share && event.share.place > 1 ? {} : { ...FRESH, said: ["final", event.paddle, event.amount] };
}

/** What an event changes of a lot's course; `said` is a word and its values, amounts in fen. */
export function course(lot, event) {
  switch (event.event) {
    case "LotOpened":
      return { ...FRESH, said: ["phase", event.phase] };
    case "StageOpened":
      return stage(event);
    case "BidAccepted":
      return { said: ["bidTaken", event.paddle, event.amount] };
    case "BidBeaten":
      return { said: ["beaten", event.paddle, event.amount] };
    case "BidUndone":
      return { said: ["undone", event.number] };
    case "LotCalled":
      return { call: event.call, said: [`call${event.call}`, event.price] };
    case "CallReset":
      return { call: 0 };
    case "HammerFallen":
      return { call: 0, finalAt: event.finalAt, said: ["provisional", event.paddle, event.price] };
    case "LotReopened":
      return { ...FRESH, said: ["reopened"] };
    case "LotAwarded":
      return final(event);
    case "LotPassed":
    case "LotWithdrawn":
    case "LotTerminated":
    case "LotVoided":
      return { ...FRESH, said: null };
    case "LevelAccepted":
      return { said: ["levelTaken", event.paddle, event.level] };
    case "InquiryAnswered":
      return { said: [event.accepts ? "goesOn" : "leaves", event.paddle] };
    case "PriorityExercised":
      return { said: ["matched", event.paddle, event.amount] };
    case "PriorityWaived":
      return { said: ["waived", event.paddle] };
    default:
      return secret(event);
  }
}

/** What is told of envelopes, proposals, scores and units. */
function secret(event) {
  switch (event.event) {
    case "EnvelopeSubmitted":
      return { said: ["envelope", event.paddle] };
    case "EnvelopeVoided":
      return { said: [`envelope${event.fault}`, event.paddle] };
    case "ProposalSubmitted":
      return { said: ["proposal", event.paddle] };
    case "BidderScored":
      return { said: [event.admitted ? "scored" : "scoredOut", event.paddle] };
    case "DemandTold":
      return { said: ["demand", event.round, event.price, event.demand] };
    case "UnitsBidOpened":
      return { said: ["unitsOpened", event.paddle, event.price, event.units] };
    case "UnitsUnsold":
      return { said: ["unitsUnsold", event.units] };
    case "RemainderOffered":
      return { remainder: event.units, said: ["remainder", event.paddle, event.price, event.units] };
    default:
      return listed(event);
  }
}

/** What is told of the listing that offers the lot. */
function listed(event) {
  switch (event.event) {
    case "ListingAnnounced":
      return { listing: event.listing, said: ["listed", event.listPrice, event.lastDay] };
    case "ListingQuoted":
      return { said: ["quoted", event.bestPaddle, event.best, event.paddle] };
    case "BestQuoteChanged":
      return { said: event.bestPaddle ? ["bestQuote", event.bestPaddle, event.best] : ["noBestQuote"] };
    case "ListingExtended":
      return { said: ["listedLonger", event.lastDay] };
    case "ListingSuspended":
      return { said: ["listingStands", event.reason] };
    case "ListingResumed":
      return { said: ["listedAgain", event.lastDay] };
    case "DisclosureEnded":
      return { said: ["disclosed"] };
    case "AgreementDue":
      return { said: ["agreementDue", event.paddle, event.price] };
    case "ListingClosed":
      return { said: [`listing${event.outcome}`, event.parties] };
    default:
      return {};
  }
}

/** What only the bidder is told of their own lots. */
export function ownCourse(event) {
  switch (event.event) {
    case "MaximumPlaced":
      return { said: [event.leads ? "maximumLeads" : "maximumBeaten"] };
    case "UnitsBidTaken":
      return { said: ["unitsTaken", event.number] };
    case "DepositAsked":
      return { said: ["payDeposit"] };
    case "IntentionLapsed":
      return { said: ["placeLost"] };
    case "PriceOffered":
      return { said: ["offerTaken"] };
    default:
      return {};
  }
}

/** The terms of the running phase, or of the first before the opening. */
export function terms(lot) {
  return (lot.phases || [])[Math.max(1, lot.phase || 1) - 1] || {};
}

/** The mechanism of the running phase, or of the first before the opening. */
export function mechanism(lot) {
  return terms(lot).mechanism || "";
}

/** Whether the lowest bid is the best in the running phase. */
export function falls(lot) {
  const runs = terms(lot);
  return ["Contest", "Challenge"].includes(runs.mechanism) || (runs.mechanism === "ReverseRounds" && !runs.forward);
}

/** What the amount that a bidder must know of is: a word of the page. */
export function limitWord(lot) {
  const runs = mechanism(lot);
  if (UNITS.includes(runs)) {
    return "unitPrice";
  }
  return LEVELS.includes(runs) ? "levelPrice" : falls(lot) ? "nextMaximum" : "nextMinimum";
}

/** Whether bids of the running phase are kept secret, so that nobody leads whom the page could name. */
export function secretly(lot) {
  return ENVELOPES.concat(UNITS).includes(mechanism(lot));
}

/**
 * Which acts the lot takes now from whoever has this paddle: plain (a bid in the open at all), bid (one now), level (accept
 * the price shown, no other), maximum, match, answer (yes or no), raise (a bid or no, to go on against a holder of a
 * priority), envelope, opening (of one's own envelope), proposal, units.
 *
 * @param holds whether they hold a right of first refusal on the lot
 */
export function acts(lot, paddle, holds = false) {
  const runs = mechanism(lot);
  const open = Boolean(paddle) && lot.state === "OPEN";
  const kind = isBidding(lot) ? lot.stageKind || "" : "";
  const plain = lives(lot) && runs !== "Inquiry" && !secretly(lot);
  const shut = ["PAUSE", "SCORING"].includes(kind) || (kind === "TURN" && lot.stagePaddle !== paddle);
  const asked = Boolean(paddle) && lot.state === "CLOSING" && kind === "ASK" && lot.stagePaddle === paddle;
  const mode = (lot.priority || {}).mode;
  const raise = asked && mode === "INQUIRY_THEN_BIDDING" && lot.stagePrice > lot.price;
  const matched = mode === "WITHIN_BIDDING" && MATCHED.includes(runs);
  const enveloped = ENVELOPES.includes(runs);
  return {
    plain,
    bid: open && plain && !shut,
    level: plain && LEVELS.includes(runs),
    maximum: open && runs === "Proxy",
    match: open && holds && matched && lot.leader !== 0 && lot.leader !== paddle,
    answer: (open && runs === "Inquiry") || (asked && !raise),
    raise,
    envelope: lot.state === "OPEN" && enveloped && kind === "SEALED",
    opening: lot.state === "OPEN" && enveloped && kind === "REVEAL",
    proposal: open && runs === "Challenge" && kind === "SEALED",
    units: open && UNITS.includes(runs) && kind !== "ASK",
  };
}

/** The stage as a word and its values, or null where there is nothing to say. */
export function stageWord(lot) {
  return lot.stageKind && isBidding(lot) ? [`stage${lot.stageKind}`, lot.stage, lot.stagePaddle, lot.stagePrice] : null;
}
