// What a lot's running phase is at: its stage, the calls, what was said last, and which acts it takes from a bidder.

import { fen } from "./money.js";

const LEVELS = ["Dutch", "Japanese"];
const MATCHED = ["English", "Timed", "LiveCalls"];
const WITHOUT_BIDS = ["Inquiry", "Sealed"];

const FRESH = { stage: null, call: 0, right: 0, finalAt: 0 };

function stage(event) {
  return event.kind === "REVEAL" && event.paddle
    ? { said: ["revealed", event.paddle, event.price] }
    : { stage: { kind: event.kind, number: event.stage, paddle: event.paddle, price: event.price } };
}

/** What an event changes of a lot's course; `said` is a word and its values, amounts in fen. */
export function course(lot, event) {
  switch (event.event) {
    case "LotOpened":
      return { ...FRESH, said: ["phase", event.phase] };
    case "StageOpened":
      return stage(event);
    case "BidAccepted":
      return { right: 0, said: ["bidTaken", event.paddle, event.amount] };
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
      return { ...FRESH, said: ["final", event.paddle, event.amount] };
    case "LotPassed":
    case "LotWithdrawn":
    case "LotTerminated":
      return { ...FRESH, said: null };
    case "LevelAccepted":
      return { said: ["levelTaken", event.paddle, event.level] };
    case "InquiryAnswered":
      return { said: [event.accepts ? "goesOn" : "leaves", event.paddle] };
    case "PriorityExercised":
      return { right: event.paddle, said: ["matched", event.paddle, event.amount] };
    case "PriorityWaived":
      return { said: ["waived", event.paddle] };
    default:
      return {};
  }
}

/** What only the bidder is told of their own lots. */
export function ownCourse(event) {
  return event.event === "MaximumPlaced" ? { said: [event.leads ? "maximumLeads" : "maximumBeaten"] } : {};
}

/** The mechanism of the running phase, or of the first before the opening. */
export function mechanism(lot) {
  const phase = (lot.phases || [])[Math.max(1, lot.phase || 1) - 1];
  return phase ? phase.mechanism : "";
}

function asked(lot, paddle) {
  return Boolean(paddle && lot.stage && lot.stage.kind === "ASK" && lot.stage.paddle === paddle);
}

/**
 * Which acts the lot takes now from whoever has this paddle: bid, level (accept the price shown, no other), maximum,
 * match, answer (yes or no), raise (a bid or no, to go on against a holder of a priority).
 */
export function acts(lot, paddle) {
  const runs = mechanism(lot);
  const open = Boolean(paddle) && lot.state === "OPEN";
  const stageKind = lot.stage ? lot.stage.kind : "";
  const othersTurn = stageKind === "TURN" && lot.stage.paddle !== paddle;
  const rule = lot.priority || { mode: "NONE" };
  const held = lot.state === "CLOSING" && asked(lot, paddle);
  return {
    bid: open && !WITHOUT_BIDS.includes(runs) && stageKind !== "PAUSE" && !othersTurn,
    level: LEVELS.includes(runs),
    maximum: open && runs === "Proxy",
    match: open && rule.mode === "WITHIN_BIDDING" && MATCHED.includes(runs) && lot.leader !== 0 && lot.leader !== paddle,
    answer: (open && runs === "Inquiry") || (held && (!lot.right || lot.right !== lot.leader)),
    raise: held && Boolean(lot.right) && lot.right === lot.leader,
  };
}

/** The stage as a word and its values, or null where there is nothing to say. */
export function stageWord(lot) {
  if (!lot.stage || !["OPEN", "CLOSING"].includes(lot.state)) {
    return null;
  }
  const { kind, number, paddle, price } = lot.stage;
  return [`stage${kind}`, number, paddle, fen(price || 0)];
}
