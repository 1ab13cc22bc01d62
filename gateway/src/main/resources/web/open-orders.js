// Every open order of one unit book by its number (L3), each side in the order it will trade: snapshot and events in, plain values out.

import { best, sideBySide } from "./books.js";
import { fen } from "./money.js";

/** As many a side as a snapshot names. A side that has grown to twice as many is cut back, the worst first. */
const KEPT = 5000;

function read({ order, price, quantity }) {
  return { order, price: fen(price), quantity };
}

/** By their numbers; of one price the earlier comes first, as in the snapshot and as they come in. */
function inTurn(orders) {
  return new Map(orders.map((each) => [each.order, each]));
}

export class OpenOrders {
  constructor() {
    this.close();
  }

  /** Nobody looks at them any more. */
  close() {
    this.isRead = false;
    this.bids = new Map();
    this.asks = new Map();
    this.complete = true;
  }

  snapshot({ bids, asks, complete }) {
    this.isRead = true;
    this.bids = inTurn(bids.map(read));
    this.asks = inTurn(asks.map(read));
    this.complete = complete;
  }

  push(event) {
    switch (event.event) {
      case "OrderAccepted":
        this.enter(event.side === "BUY" ? "bids" : "asks", read(event));
        break;
      case "OrdersTraded":
        this.fill("bids", event.buyOrder, event.quantity);
        this.fill("asks", event.sellOrder, event.quantity);
        break;
      case "OrderAmended":
        this.amend(event);
        break;
      case "OrderEnded":
        this.bids.delete(event.order);
        this.asks.delete(event.order);
        break;
    }
  }

  enter(side, order) {
    this[side].set(order.order, order);
    if (this[side].size === 2 * KEPT) {
      this[side] = inTurn(best(this, side, KEPT));
      this.complete = false;
    }
  }

  fill(side, number, quantity) {
    const order = this[side].get(number);
    if (order && order.quantity > quantity) {
      this[side].set(number, { ...order, quantity: order.quantity - quantity });
    } else {
      this[side].delete(number);
    }
  }

  /** An order that was left out stays so: which side it is on is not told. */
  amend(event) {
    const side = ["bids", "asks"].find((each) => this[each].has(event.order));
    if (!side) {
      return;
    }
    if (!event.keptPriority) {
      this[side].delete(event.order);
    }
    this.enter(side, read(event));
  }

  /** The first of both sides, as rows. */
  rows(most) {
    return sideBySide(this, most);
  }
}
