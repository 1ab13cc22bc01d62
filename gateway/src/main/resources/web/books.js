// What the page knows of unit books: all of them at a glance (L1), the open one with its levels (L2) and last trades.

import { fen } from "./money.js";

const TRADES = 50;
const MONEY = ["reference", "bid", "ask", "lastPrice", "indicated"];
const FRESH = {
  day: {}, phase: "CLOSED", cause: "SCHEDULE", reason: "", until: 0, bid: "0", bidQuantity: 0, ask: "0", askQuantity: 0,
  lastPrice: "0", volume: 0, trades: 0, indicated: "0", indicatedVolume: 0, imbalance: 0,
};
const NOTHING_INDICATED = { indicated: 0n, indicatedVolume: 0, imbalance: 0 };

function read(view) {
  return { ...view, ...Object.fromEntries(MONEY.map((name) => [name, fen(view[name])])) };
}

/** What an event changes of a book at a glance. */
export function glance(book, event) {
  switch (event.event) {
    case "OrdersTraded":
      return { lastPrice: fen(event.price), volume: book.volume + event.quantity, trades: event.trade };
    case "TopOfBook":
      return { bid: fen(event.bid), bidQuantity: event.bidQuantity, ask: fen(event.ask), askQuantity: event.askQuantity };
    case "CallIndicated":
      return { indicated: fen(event.price), indicatedVolume: event.volume, imbalance: event.imbalance };
    case "BookCrossed":
      return { ...NOTHING_INDICATED, ...(event.volume ? { lastPrice: fen(event.price) } : {}) };
    case "BookPhaseBegun":
      return { ...NOTHING_INDICATED, phase: event.phase, cause: event.cause, reason: event.reason, until: event.until };
    case "TradingDaySet":
      return { day: event.day };
    default:
      return {};
  }
}

/** The word for what a book does: its phase, and a volatility call by its own name. */
export function phaseWord(book) {
  return book.phase === "CALL" && book.cause === "VOLATILITY" ? "phaseVOLATILITY" : `phase${book.phase}`;
}

/** The word for what would be left of a call, and how much; null where nothing would. */
export function surplus(book) {
  return book.imbalance ? [book.imbalance > 0 ? "surplusBuy" : "surplusSell", Math.abs(book.imbalance)] : null;
}

function bestFirst(side) {
  return (one, other) => {
    const market = Number(other.price === 0n) - Number(one.price === 0n);
    const higher = one.price < other.price ? 1 : one.price > other.price ? -1 : 0;
    return market || (side === "bids" ? higher : -higher);
  };
}

/** What stands on one side, the best price first; of one price in the order in which it stands there. */
export function best(sides, side, most) {
  return [...sides[side].values()].sort(bestFirst(side)).slice(0, most);
}

/** The best of both sides, as rows: the first bid beside the first ask. */
export function sideBySide(sides, most) {
  const bids = best(sides, "bids", most);
  const asks = best(sides, "asks", most);
  return Array.from({ length: Math.max(bids.length, asks.length) }, (_, row) => ({ bid: bids[row], ask: asks[row] }));
}

export class Books {
  constructor() {
    this.all = new Map();
    this.asOf = new Map(); // the record up to which a page has told of a book
    this.close();
  }

  /** No book is open. */
  close() {
    this.open = null;
    this.bids = new Map();
    this.asks = new Map();
    this.complete = true;
    this.trades = [];
  }

  /** Takes the snapshot of one of their channels. */
  snapshot(channel, value) {
    if (channel === "books") {
      this.all = new Map();
      this.asOf = new Map();
      this.page(value);
    } else if (channel.endsWith(".depth")) {
      this.bids = new Map();
      this.asks = new Map();
      this.complete = value.complete;
      this.levels(value);
    } else {
      this.open = value.book ? read(value.book) : null;
      this.trades = value.trades.slice().reverse();
    }
  }

  /** Takes a page of all books. */
  page(value) {
    value.books.forEach((view) => {
      this.all.set(view.book, read(view));
      this.asOf.set(view.book, value.sequence);
    });
  }

  /** Takes an event of one of their channels. */
  push(event) {
    if (event.ch === "books") {
      this.glanced(event);
    } else if (event.event === "DepthChanged") {
      this.levels(event);
    } else if (this.open) {
      this.open = { ...this.open, ...glance(this.open, event) };
      if (event.event === "OrdersTraded") {
        this.trades = [event, ...this.trades].slice(0, TRADES);
      }
    }
  }

  glanced(event) {
    const before = this.all.get(event.book);
    if (event.seq <= this.asOf.get(event.book)) {
      return;
    }
    if (event.event === "BookOpened") {
      this.all.set(event.book, read({ ...FRESH, ...event }));
    } else if (before) {
      this.all.set(event.book, { ...before, ...glance(before, event) });
    }
  }

  levels({ bids, asks }) {
    for (const [side, told] of [[this.bids, bids], [this.asks, asks]]) {
      for (const level of told) {
        level.quantity ? side.set(level.price, { ...level, price: fen(level.price) }) : side.delete(level.price);
      }
    }
  }

  /** The best levels of both sides, as rows. */
  depth(most) {
    return sideBySide(this, most);
  }
}
