// What the state of a lot says, wherever the page asks: each of these lists stands here alone.

const BIDDING = ["OPEN", "CLOSING"];
const BEGUN = [...BIDDING, "HAMMERED", "PAUSED", "SUSPENDED"];
const UNENDED = ["ANNOUNCED", ...BEGUN];
const TAKES_DEPOSITS = ["ANNOUNCED", "OPEN", "PAUSED"];

/** Whether its time runs, for bids or for an answer before the hammer. */
export function isBidding(lot) {
  return BIDDING.includes(lot.state);
}

/** Whether its bidding has begun and it has not ended. */
export function hasBegun(lot) {
  return BEGUN.includes(lot.state);
}

/** Whether the lot has not ended, so that a bidder may still meet it. */
export function lives(lot) {
  return UNENDED.includes(lot.state);
}

/** Whether a bidder may have a deposit held for it now. */
export function takesDeposits(lot) {
  return TAKES_DEPOSITS.includes(lot.state);
}
