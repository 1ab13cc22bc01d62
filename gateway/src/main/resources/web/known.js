// What the page knows: which part of it takes in what each channel tells.

import { Account } from "./account.js";
import { Books } from "./books.js";
import { Market } from "./market.js";
import { Parties } from "./staff.js";

const BOOKS = /^books?(\.|$)/;
const ONE_BOOK = /^book\.\d+$/;
const DESK = /^desk\./;

export class Known {
  constructor() {
    this.market = new Market();
    this.account = new Account();
    this.books = new Books();
    this.parties = new Parties();
  }

  snapshot(channel, value) {
    if (DESK.test(channel)) {
      this.parties.snapshot(value);
    } else {
      (BOOKS.test(channel) ? this.books : this.market).snapshot(channel, value);
    }
    if (channel === "me") {
      this.account.snapshot(value);
    }
  }

  /** Takes an event in; returns what was known of its lot before. */
  push(event) {
    if (BOOKS.test(event.ch)) {
      this.books.push(event);
      return undefined;
    }
    if (DESK.test(event.ch)) {
      this.parties.push(event);
      return undefined;
    }
    if (event.ch === "me") {
      this.account.push(event);
    }
    return this.market.push(event);
  }

  /** Drops what a channel has told that is followed no more. */
  left(channel) {
    if (DESK.test(channel)) {
      this.parties.close();
    } else if (ONE_BOOK.test(channel)) {
      this.books.close();
    }
  }
}
