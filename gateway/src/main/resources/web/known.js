// What the page knows: which part of it takes in what each channel tells.

import { Account } from "./account.js";
import { Books } from "./books.js";
import { Market } from "./market.js";
import { OpenOrders } from "./open-orders.js";
import { Parties } from "./staff.js";

const BOOKS = /^books?(\.|$)/;
const ONE_BOOK = /^book\.\d+$/;
const ORDERS = /^book\.\d+\.orders$/;
const DESK = /^desk\./;

export class Known {
  constructor() {
    this.market = new Market();
    this.account = new Account();
    this.books = new Books();
    this.openOrders = new OpenOrders();
    this.parties = new Parties();
  }

  snapshot(channel, value) {
    if (DESK.test(channel)) {
      this.parties.snapshot(value);
    } else if (ORDERS.test(channel)) {
      this.openOrders.snapshot(value);
    } else {
      (BOOKS.test(channel) ? this.books : this.market).snapshot(channel, value);
    }
    if (channel === "me") {
      this.account.snapshot(value);
    }
  }

  /** Takes the next page of a list whose snapshot was its first. */
  page(channel, value) {
    this.told(channel).page(value);
  }

  /** Takes an event in; returns what was known of its lot before. */
  push(event) {
    if (event.ch === "me") {
      this.account.push(event);
    }
    return this.told(event.ch).push(event);
  }

  /** Which part of it a channel tells. */
  told(channel) {
    if (DESK.test(channel)) {
      return this.parties;
    }
    return ORDERS.test(channel) ? this.openOrders : BOOKS.test(channel) ? this.books : this.market;
  }

  /** Drops what a channel has told that is followed no more. */
  left(channel) {
    if (channel === "me") {
      this.market.closeOwn();
      this.account.close();
    } else if (DESK.test(channel)) {
      this.parties.close();
    } else if (ORDERS.test(channel)) {
      this.openOrders.close();
    } else if (ONE_BOOK.test(channel)) {
      this.books.close();
    }
  }
}
