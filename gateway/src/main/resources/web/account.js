// The bidder's own account as the channel "me" tells it: money, units, open orders; amounts are fen in BigInts.

import { fen } from "./money.js";

const STAYS = { DepositCredited: 1, DepositWithdrawn: 1 };

function order(told) {
  return { ...told, price: fen(told.price), held: fen(told.held) };
}

export class Account {
  constructor() {
    this.close();
  }

  /** Nobody's account is shown. */
  close() {
    this.free = 0n;
    this.heldForOrders = 0n;
    this.balances = {};
    this.orders = new Map();
    this.complete = true;
    this.traded = new Map();
    this.said = null;
  }

  snapshot(value) {
    this.free = fen(value.free || "0");
    this.heldForOrders = fen(value.heldForOrders || "0");
    this.balances = { ...value.units };
    this.orders = new Map((value.orders || []).map((told) => [told.order, order(told)]));
    this.complete = value.ordersComplete !== false;
    this.traded = new Map();
    this.said = null;
  }

  push(event) {
    if (STAYS[event.event]) {
      this.free = fen(event.free);
      return;
    }
    switch (event.event) {
      case "DepositHeld":
        this.free -= fen(event.amount);
        break;
      case "DepositReleased":
        this.free += fen(event.amount);
        break;
      case "UnitsCredited":
        this.balances = { ...this.balances, [event.asset]: event.balance };
        break;
      case "OrderFilled":
        this.filled(event);
        break;
      default:
        this.ordered(event);
    }
  }

  ordered(event) {
    switch (event.event) {
      case "OrderAccepted":
        this.orders.set(event.order, order({ ...event, held: "0" }));
        this.hold(event.order, fen(event.held));
        this.said = ["orderTaken", event.book, event.order];
        break;
      case "OrderAmended":
        this.amended(event);
        break;
      case "OrderEnded":
        this.hold(event.order, 0n, fen(event.released));
        this.orders.delete(event.order);
        this.said = [`orderEnded${event.cause}`, event.book, event.order, event.quantity];
        break;
    }
  }

  amended(event) {
    const known = this.orders.get(event.order);
    if (known) {
      this.hold(event.order, fen(event.held));
      this.orders.set(event.order, { ...this.orders.get(event.order), price: fen(event.price), quantity: event.quantity });
    }
    this.said = [event.keptPriority ? "orderKept" : "orderMoved", event.book, event.order, event.quantity];
  }

  /** What backs an order is another amount; of an order beyond those the snapshot named only what was freed is known. */
  hold(number, amount, freed = 0n) {
    const known = this.orders.get(number);
    const change = known ? amount - known.held : -freed;
    this.free -= change;
    this.heldForOrders += change;
    if (known) {
      this.orders.set(number, { ...known, held: amount });
    }
  }

  filled(event) {
    const known = this.orders.get(event.order);
    const buys = event.side === "BUY";
    const amount = fen(event.amount);
    const released = fen(event.released);
    this.free += buys ? released : amount;
    this.heldForOrders -= buys ? amount + released : 0n;
    this.traded.set(event.book, (this.traded.get(event.book) || 0) + (buys ? event.quantity : -event.quantity));
    if (known) {
      const held = buys ? known.held - amount - released : 0n;
      const rest = { ...known, held, quantity: known.quantity - event.quantity };
      rest.quantity ? this.orders.set(event.order, rest) : this.orders.delete(event.order);
    }
    this.said = ["orderFilled", event.book, event.order, event.quantity, event.price];
  }

  /** The bidder's orders in a book, the newest first. */
  ordersIn(book) {
    return [...this.orders.values()].filter((each) => each.book === book).sort((one, other) => other.order - one.order);
  }

  /** All units of an asset, those offered for sale too; books say which of them trade in it. */
  units(asset, books) {
    const traded = [...this.traded].filter(([book]) => (books.get(book) || {}).asset === asset);
    return traded.reduce((sum, [, change]) => sum + change, this.balances[asset] || 0);
  }

  /** Units of an asset that no open order offers. */
  freeUnits(asset, books) {
    const offered = [...this.orders.values()].filter((each) => each.side === "SELL" && (books.get(each.book) || {}).asset === asset);
    return offered.reduce((sum, each) => sum - each.quantity, this.units(asset, books));
  }
}
