// Orders as a person types them: what the form says becomes the fields of a command, or the word for what is wrong.

import { parseUnits, parseYuan } from "./money.js";

const MICROS = 1000;

/** Kinds of orders and what each says of type, validity and posting; validity is chosen where it is left out. */
const KINDS = {
  LIMIT: { type: "LIMIT", postOnly: false },
  MARKET: { type: "MARKET", postOnly: false },
  IOC: { type: "LIMIT", timeInForce: "IOC", postOnly: false },
  FOK: { type: "LIMIT", timeInForce: "FOK", postOnly: false },
  POST: { type: "LIMIT", postOnly: true },
};

/** What may be chosen as validity of a kind of order; the first is what stands there. */
export function validities(kind) {
  if (KINDS[kind].timeInForce) {
    return [];
  }
  return kind === "MARKET" ? ["IOC", "DAY", "GTC", "GTD"] : ["GTC", "DAY", "GTD"];
}

export function hasPrice(kind) {
  return KINDS[kind].type === "LIMIT";
}

/** Local time as a form has it, in microseconds since 1970; 0 where it is none. */
export function instant(text) {
  const millis = new Date(text).getTime();
  return Number.isFinite(millis) ? millis * MICROS : 0;
}

/** A market order leaves its price out. */
function priced(amount) {
  return amount ? { price: amount.toString() } : {};
}

/** The fields of a new order, or the word for what is wrong with what was typed. */
export function orderOf(book, { side, kind, price, quantity, validity, until, disconnect }) {
  const { type, postOnly, timeInForce = validity } = KINDS[kind];
  const units = parseUnits(quantity);
  const amount = hasPrice(kind) ? parseYuan(price) : 0n;
  const expiresAt = timeInForce === "GTD" ? instant(until) : 0;
  if (!units) {
    return { wrong: "badUnits" };
  }
  if (amount === null) {
    return { wrong: "badAmount" };
  }
  if (timeInForce === "GTD" && !expiresAt) {
    return { wrong: "badTime" };
  }
  const fields = { book, side, type, ...priced(amount), quantity: units, timeInForce, expiresAt, postOnly };
  return { ...fields, selfTrade: "CANCEL_NEWEST", cancelOnDisconnect: disconnect };
}

/** The fields of an amended order, or the word for what is wrong; a market order has no price. */
export function amendmentOf(order, price, quantity) {
  const units = parseUnits(quantity);
  const amount = order.price === 0n ? 0n : parseYuan(price);
  if (!units) {
    return { wrong: "badUnits" };
  }
  return amount === null ? { wrong: "badAmount" } : { book: order.book, order: order.order, ...priced(amount), quantity: units };
}

/** What would be held for an order to buy at this price, fen; null where it cannot be said. */
export function costOf({ side, kind, price, quantity }, highest) {
  const units = parseUnits(quantity);
  const amount = hasPrice(kind) ? parseYuan(price) : highest;
  return side === "BUY" && units && amount !== null ? amount * BigInt(units) : null;
}
