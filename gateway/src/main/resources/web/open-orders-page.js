// Shows the open orders of the open book one by one, once somebody has opened their list.

import { grouped, yuan } from "./money.js";
import { element, say } from "./page.js";
import { fill } from "./table.js";
import { word } from "./words.js";

const SHOWN = 50;

/** Whether their list is open: only then are they followed. */
export function isListOpen() {
  return element("open-orders-list").open;
}

function cells(order, account) {
  if (!order) {
    return ["", "", ""];
  }
  const number = account.orders.has(order.order) ? word("orderMine", order.order) : String(order.order);
  return [number, grouped(order.quantity), order.price ? yuan(order.price) : word("atMarket")];
}

function note(orders, rows) {
  if (!orders.isRead) {
    return word("openOrdersWait");
  }
  const more = Math.max(orders.bids.size, orders.asks.size) > SHOWN;
  return [
    word(rows.length ? "openOrdersTurn" : "emptyDepth"), more ? word("openOrdersMore", SHOWN) : "", orders.complete ? "" : word("openOrdersPart"),
  ].filter(Boolean).join(" ");
}

/** The reader's own are marked. */
export function showOpenOrders(orders, account) {
  if (!isListOpen()) {
    return;
  }
  const rows = orders.rows(SHOWN);
  fill(element("open-orders"), rows.map(({ bid, ask }, place) => ({
    key: place,
    cells: [...cells(bid, account), ...cells(ask, account).reverse()],
  })));
  say("open-orders-note", note(orders, rows));
}

/** draw() shows the page anew. */
export function wireOpenOrders(draw) {
  element("open-orders-list").addEventListener("toggle", draw);
}
