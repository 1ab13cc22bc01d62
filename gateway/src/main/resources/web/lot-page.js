// The lot that is shown: its channel, its desk, and what its bidder does there.

import { showActs, showCourse, wire } from "./course-page.js";
import { falls } from "./course.js";
import * as envelopes from "./envelopes.js";
import { showFacts } from "./facts.js";
import { wireForms } from "./forms.js";
import { parseYuan, yuan } from "./money.js";
import * as page from "./page.js";
import * as proofs from "./proofs.js";
import { canSeal, makeEnvelope } from "./sealed.js";
import { word } from "./words.js";

export class LotPage {
  /** changed() is called where the page must be drawn anew. */
  constructor(connection, desk, market, changed) {
    this.connection = connection;
    this.desk = desk;
    this.market = market;
    this.changed = changed;
    this.myBids = new Set();
    this.followed = 0;
  }

  get current() {
    return this.market.current();
  }

  get who() {
    return this.connection.who ? this.connection.who.subject : 0;
  }

  get paddle() {
    const lot = this.current;
    return lot ? this.market.paddles.get(lot.lot) || 0 : 0;
  }

  get free() {
    return Boolean(this.connection.live && !this.desk.busy);
  }

  /** Something has happened; before is what was known of its lot until then. */
  happened(event, before) {
    if (event.event === "BidAccepted" && event.ch === "lots") {
      this.noticeOutbid(before, event);
    }
    if (event.event === "EnvelopeSubmitted" && event.paddle === this.market.paddles.get(event.lot)) {
      envelopes.taken(event.lot, this.who, event.commitment);
    }
  }

  /** Whose bids these were is signed in no more. */
  signedOut() {
    this.myBids.clear();
    page.alertOnce("");
  }

  noticeOutbid(before, event) {
    const mine = this.market.paddles.get(event.lot);
    if (mine && event.paddle === mine) {
      this.myBids.add(event.lot);
      page.alertOnce("");
    } else if (mine && before && before.leader === mine) {
      page.alertOnce(word("outbid"));
    }
  }

  /** Follows the channel of the lot that is shown, for its bids. */
  follow(lot) {
    const number = lot ? lot.lot : 0;
    if (number === this.followed || !this.connection.live) {
      return;
    }
    if (this.followed) {
      this.connection.unfollow(`lot.${this.followed}`);
    }
    this.followed = number;
    this.market.history = [];
    if (number) {
      this.connection.follow(`lot.${number}`).catch(() => {});
    }
  }

  draw() {
    const { market, connection, paddle, free } = this;
    const lot = this.current;
    this.follow(lot);
    page.showMarket(market, lot);
    page.showLot(lot, market.show());
    page.showHistory(market.history, paddle);
    page.showDesk(connection.who, lot, paddle, free, lot ? market.hindrance(lot) : "");
    showCourse(lot);
    showActs(lot, paddle, Boolean(lot && this.who && market.entry(lot.lot).priority), free);
    showFacts(lot, market);
    page.showSealing(lot, free && Boolean(paddle), lot && this.who ? envelopes.lastKept(lot.lot, this.who) : null);
    page.showProof(lot, lot && this.who ? proofs.last(lot.lot, this.who) : 0, connection.live);
    page.showStanding(lot, paddle, Boolean(lot && this.myBids.has(lot.lot)));
  }

  /** Seals in this browser; the amount leaves it only encrypted, or not at all. */
  async seal(amount) {
    const lot = this.current;
    if (amount === null) {
      page.showAnswer("refused", word("badAmount"));
    } else if (falls(lot) ? amount > lot.nextMinimum : amount < lot.nextMinimum) {
      page.showAnswer("refused", word(falls(lot) ? "tooHigh" : "tooLow", yuan(lot.nextMinimum)));
    } else if (!canSeal()) {
      page.showAnswer("refused", word("noSealing"));
    } else {
      await this.submitSealed(lot, amount);
    }
  }

  async submitSealed(lot, amount) {
    const round = Math.ceil(lot.stage / 2);
    try {
      const envelope = await makeEnvelope(lot.lot, this.paddle, round, amount, page.phaseOf(lot).envelopeKey);
      envelopes.keep(lot.lot, this.who, envelope);
      page.element("sealed-amount").value = "";
      await this.desk.submit(lot.lot, envelope);
    } catch {
      page.showAnswer("refused", word("sealFailed"));
    }
  }

  async downloadProof() {
    try {
      const problem = await proofs.download(this.connection, proofs.last(this.current.lot, this.who));
      page.showAnswer(problem ? "refused" : "taken", problem || word("proofSaved"));
    } catch {
      page.showAnswer("refused", word("lost"));
    }
  }

  bidOwn() {
    const amount = parseYuan(page.element("amount").value);
    if (amount === null) {
      page.showAnswer("refused", word("badAmount"));
    } else {
      this.desk.bid(this.current.lot, amount);
    }
  }

  wire() {
    const { desk } = this;
    const clicked = (id, act) => page.element(id).addEventListener("click", act);
    const submitted = (id, act) => page.element(id).addEventListener("submit", (submit) => {
      submit.preventDefault();
      act();
    });
    clicked("apply", () => desk.apply(this.current.lot));
    clicked("hold", () => desk.hold(this.current.lot));
    clicked("bid-next", () => desk.bid(this.current.lot, this.current.nextMinimum));
    submitted("bid-own", () => this.bidOwn());
    clicked("proof", () => this.downloadProof());
    submitted("seal", () => this.seal(parseYuan(page.element("sealed-amount").value)));
    clicked("open-own", () => desk.open(this.current.lot, envelopes.lastKept(this.current.lot, this.who)));
    clicked("kept-copy", () => {
      page.element("kept-text").select();
      navigator.clipboard.writeText(page.element("kept-text").value).catch(() => {});
    });
    wire(desk, () => this.current, () => this.paddle);
    wireForms(desk, () => this.current);
    page.wireLots((lot) => {
      this.market.choose(lot);
      this.changed();
    });
  }
}
