// What the page makes of listings, deals, unit books and the own account. The folder of the page's scripts is the only argument.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const load = (name) => import(pathToFileURL(`${web}/${name}`).href);
Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
const { Account } = await load("account.js");
const { BOOK_WORDS } = await load("book-words.js");
const { Books, phaseWord, surplus } = await load("books.js");
const { left } = await load("clock.js");
const { Connection } = await load("connection.js");
const { dealActs, dealDeadline, needOfferOf, pledgeOf } = await load("deals.js");
const { Desk } = await load("desk.js");
const { channelsOf, Following } = await load("following.js");
const { HELD_WORDS } = await load("held-words.js");
const { Known } = await load("known.js");
const { LISTING_WORDS } = await load("listing-words.js");
const { deadline, intentionOf, leadingQuote, listingActs, offerOf, stateWord } = await load("listings.js");
const { Market } = await load("market.js");
const { OpenOrders } = await load("open-orders.js");
const { amendmentOf, costOf, instant, orderOf, validities } = await load("order.js");
const { REFUSALS_ZH } = await load("refusal-words.js");
const { refusal } = await load("refusals.js");
const { STAFF_WORDS } = await load("staff-words.js");
const { switchLanguage, word } = await load("words.js");

const QUOTES = { mechanism: "Quotes", start: "440000", step: "10000" };
const PERSON = { deposits: [], admission: "VERIFIED", residence: "MAINLAND", staff: false, free: "1000000", orders: [], units: {}, entries: [] };

function lotView(number, phases) {
  const admission = { realName: false, qualification: true, exportClass: "UNCLASSIFIED", paddlesFixed: false };
  return { lot: number, title: { en: "Patent" }, state: "ANNOUNCED", phases, phase: 0, price: "0", nextMinimum: "440000", deposit: "50000", winners: [], admission };
}

function listed(phases = [{ mechanism: "English" }]) {
  const market = new Market();
  market.snapshot("lots", { lots: [lotView(7, phases)], roadshows: [] });
  market.snapshot("me", PERSON);
  told(market, { event: "ListingAnnounced", listing: 3, listPrice: "440000", terms: { days: 20 }, lastDay: "2026-03-27", closesAt: 900 });
  return market;
}

function told(market, event) {
  market.push({ ch: "lots", lot: 7, listing: 3, ...event });
}

function mine(market, event) {
  market.push({ ch: "me", lot: 7, listing: 3, participant: 9, ...event });
}

function may(market) {
  const lot = market.lots.get(7);
  return listingActs(market.listings.get(7), lot, market.entry(7), market.paddles.get(7) || 0, market.hindrance(lot));
}

function book(more = {}) {
  return {
    book: 3, asset: "POOL.A", title: { en: "Pool" }, terms: { tick: "10", lowest: "10", highest: "100000", band: 1000 }, reference: "12000", day: {},
    phase: "CONTINUOUS", cause: "STAFF", reason: "", until: 0, bid: "0", bidQuantity: 0, ask: "0", askQuantity: 0, lastPrice: "0", volume: 0, trades: 0,
    indicated: "0", indicatedVolume: 0, imbalance: 0, ...more,
  };
}

function openBook(more) {
  const books = new Books();
  books.snapshot("books", { books: [book(more)] });
  books.snapshot("book.3", { book: book(more), trades: [] });
  books.snapshot("book.3.depth", { book: 3, complete: true, bids: [{ price: "11990", quantity: 5, orders: 1 }], asks: [{ price: "12010", quantity: 7, orders: 2 }] });
  return books;
}

function order(number, more = {}) {
  return { event: "OrderAccepted", book: 3, order: number, side: "BUY", price: "1000", quantity: 10, timeInForce: "GTC", held: "10000", ...more };
}

const CASES = {
  "an offer to a need stands in its maker's entry until it is taken back"() {
    const market = listed();
    mine(market, { event: "OfferMade", offer: 2, price: "70", proposal: "ab" });
    mine(market, { event: "InterestTold", offer: 2, interested: true });
    mine(market, { event: "OfferMatched", offer: 2, other: 4 });
    assert.deepEqual(market.entry(7).offers, [{ offer: 2, own: true, price: "70", proposal: "ab", interested: true, other: 4 }]);
    const need = { lot: 7, state: "OFFERED", suspended: false, terms: { mode: "Need" } };
    assert.equal(dealActs(need, market.entry(7), "").make, false);
    mine(market, { event: "OfferWithdrawn", offer: 2 });
    assert.equal(dealActs(need, market.entry(7), "").make, true);
    assert.deepEqual(needOfferOf(need, "0.7"), { lot: 7, price: "70" });
    assert.deepEqual(needOfferOf(need, ""), { lot: 7, price: "0" });
    assert.deepEqual(needOfferOf(need, "x"), { wrong: "badAmount" });
  },
  "a listing is followed from its disclosure to the competition"() {
    const market = listed();
    const known = () => market.listings.get(7);
    assert.deepEqual(deadline(known(), market.lots.get(7)), ["dueDisclosure", 900]);
    told(market, { event: "ListingExtended", cycle: 1, lastDay: "2026-04-03", closesAt: 1200, cause: "CYCLE" });
    assert.equal(known().cycle, 1);
    told(market, { event: "ListingSuspended", cause: "LEAK", daysLeft: 3, reason: "a leak" });
    assert.equal(deadline(known(), market.lots.get(7)), null);
    assert.equal(stateWord(known(), market.lots.get(7)), "listingSUSPENDED");
    told(market, { event: "ListingResumed", lastDay: "2026-04-10", closesAt: 1500, reason: "mended" });
    assert.deepEqual([known().state, known().note, known().closesAt], ["DISCLOSING", "", 1500]);
    told(market, { event: "DisclosureEnded", endedAt: 1500 });
    assert.equal(known().state, "CONFIRMING");
    told(market, { event: "ListingClosed", outcome: "COMPETITION", parties: 2, opensAt: 1600, closedAt: 1500, reason: "" });
    assert.deepEqual(deadline(known(), market.lots.get(7)), ["dueOpening", 1600]);
    told(market, { event: "LotOpened", phase: 1, closesAt: 2600, nextMinimum: "440000", reason: "" });
    assert.equal(stateWord(known(), market.lots.get(7)), "OPEN");
    assert.deepEqual(deadline(known(), market.lots.get(7)), ["dueHammer", 2600]);
  },
  "a listing of the snapshot is the same as one that was followed"() {
    const market = listed();
    told(market, { event: "AgreementDue", paddle: 1, price: "450000", until: 1700 });
    const late = new Market();
    const view = { listing: 3, lot: 7, listPrice: "440000", terms: { days: 20 }, state: "AGREEING", lastDay: "2026-03-27", closesAt: 1700, cycle: 0, quotes: 0, paddle: 1, price: "450000", parties: 0, note: "" };
    late.snapshot("lots", { lots: [lotView(7, [])], roadshows: [], listings: [view] });
    for (const name of Object.keys(view)) {
      assert.deepEqual(late.listings.get(7)[name], market.listings.get(7)[name], name);
    }
  },
  "a bidder registers once, then pays when qualified, then offers"() {
    const market = listed();
    assert.deepEqual(may(market), { register: true, hold: false, quote: false, offer: false });
    mine(market, { event: "ApplicationReceived" });
    mine(market, { event: "IntentionRegistered", number: 4, offer: "450000", related: false, decideBy: 500 });
    assert.deepEqual(may(market), { register: false, hold: false, quote: false, offer: true });
    assert.deepEqual(market.entry(7).intention, { number: 4, offer: "450000", related: false, until: 500, lapsed: false });
    mine(market, { event: "QualificationDecided", qualified: true, reason: "" });
    mine(market, { event: "DepositAsked", number: 4, payBy: 600, bySilence: false });
    assert.equal(market.entry(7).intention.until, 600);
    assert.ok(may(market).hold);
    const over = { ...market.listings.get(7), state: "NO_PARTY" };
    assert.ok(!listingActs(over, market.lots.get(7), market.entry(7), 0, "").hold);
    mine(market, { event: "DepositHeld", paddle: 1, amount: "50000" });
    assert.equal(market.entry(7).intention.until, 0);
    assert.deepEqual(may(market), { register: false, hold: false, quote: false, offer: true });
    told(market, { event: "AgreementDue", paddle: 2, price: "450000", until: 1700 });
    assert.ok(!may(market).offer);
    told(market, { event: "AgreementDue", paddle: 1, price: "450000", until: 1700 });
    assert.ok(may(market).offer);
  },
  "whoever was late has lost the place, and whoever is kept out does not register"() {
    const market = listed();
    mine(market, { event: "IntentionRegistered", number: 1, offer: "0", related: false, decideBy: 500 });
    mine(market, { event: "IntentionLapsed", number: 1, cause: "UNDECIDED" });
    assert.deepEqual(may(market), { register: false, hold: false, quote: false, offer: false });
    const barred = listed();
    barred.push({ ch: "me", event: "AdmissionDecided", participant: 9, state: "BARRED", reason: "" });
    assert.ok(!may(barred).register);
  },
  "quotes are given in public once the deposit is held, and the next one leads by a step"() {
    const market = listed([QUOTES]);
    assert.ok(!may(market).offer);
    mine(market, { event: "IntentionRegistered", number: 1, offer: "0", related: false, decideBy: 500 });
    assert.ok(!may(market).quote);
    mine(market, { event: "QualificationDecided", qualified: true, reason: "" });
    mine(market, { event: "DepositHeld", paddle: 1, amount: "50000" });
    assert.ok(may(market).quote);
    assert.equal(leadingQuote(market.listings.get(7), market.lots.get(7)), 440000n);
    told(market, { event: "ListingQuoted", paddle: 2, amount: "460000", number: 1, bestPaddle: 2, best: "460000", closesAt: 950 });
    assert.equal(leadingQuote(market.listings.get(7), market.lots.get(7)), 470000n);
    assert.equal(market.listings.get(7).closesAt, 950);
    told(market, { event: "BestQuoteChanged", bestPaddle: 3, best: "450000" });
    assert.deepEqual([leadingQuote(market.listings.get(7), market.lots.get(7)), market.listings.get(7).paddle], [460000n, 3]);
    told(market, { event: "BestQuoteChanged", bestPaddle: 0, best: "0" });
    assert.equal(leadingQuote(market.listings.get(7), market.lots.get(7)), 440000n);
    told(market, { event: "DisclosureEnded", endedAt: 950 });
    assert.ok(!may(market).quote);
  },
  async "what may have been forgotten is sent again only where it would be kept had it been applied"() {
    for (const [detail, sent] of [[8, ["BuyNow", "AskStatus", "BuyNow"]], [9, ["BuyNow", "AskStatus"]]]) {
      const asked = [];
      const said = [];
      const ask = async (op) => {
        asked.push(op);
        if (op === "AskStatus") {
          return { ok: false, e: { name: "CID_FORGOTTEN", code: 4194, retry: "NO", detail, seq: 90 } };
        }
        if (asked.length === 1) {
          throw new Error("lost");
        }
        return { ok: true, r: { seq: 91 } };
      };
      const desk = new Desk({ live: true, seen: 7, ask }, { answer: (kind) => said.push(kind) });
      await desk.send("BuyNow", { lot: 9 });
      await desk.resume();
      await Promise.resolve();
      assert.deepEqual([asked, desk.busy, said.at(-1)], [sent, false, sent.length === 3 ? "taken" : "refused"]);
    }
  },
  "the highest sequence that a reply, a refusal or a push named is kept"() {
    const connection = Object.assign(Object.create(Connection.prototype), { seen: 3, pending: new Map(), channels: new Map() });
    const received = (message) => (connection.received(JSON.stringify(message)), connection.seen);
    assert.deepEqual([received({ ok: true, r: { seq: 5 } }), received({ ok: false, e: { seq: 9 } }), received({ ok: true, r: {} })], [5, 9, 9]);
    assert.deepEqual([received({ ch: "lots", seq: 12 }), received({ ch: "lots", seq: 11 })], [12, 12]);
  },
  "offers are exact yuan, and an intention needs none"() {
    const listing = { listing: 3 };
    assert.deepEqual(intentionOf(listing, " ", true), { listing: 3, related: true });
    assert.deepEqual(intentionOf(listing, "450,000.01", false), { listing: 3, offer: "45000001", related: false });
    assert.deepEqual(intentionOf(listing, "4.567", false), { wrong: "badAmount" });
    assert.deepEqual(offerOf(listing, "0.1"), { listing: 3, amount: "10" });
    assert.deepEqual(offerOf(listing, "1e5"), { wrong: "badAmount" });
  },
  "a deal takes what its mode and its state take"() {
    const fixed = { lot: 9, state: "OFFERED", terms: { mode: "FixedPrice" } };
    assert.ok(dealActs(fixed, {}, "").buy);
    assert.ok(!dealActs({ ...fixed, suspended: true }, {}, "").buy);
    assert.ok(!dealActs(fixed, {}, "notVerified").buy);
    assert.ok(dealActs(fixed, {}, "applicationNONE").apply);
    const joint = { lot: 10, state: "OFFERED", terms: { mode: "JointPurchase" } };
    assert.ok(dealActs(joint, {}, "").pledge);
    assert.deepEqual([dealActs(joint, { pledge: 6 }, "").pledge, dealActs(joint, { pledge: 6 }, "").unpledge], [false, true]);
    assert.deepEqual(pledgeOf(joint, "6"), { lot: 10, shares: 6 });
    assert.deepEqual(pledgeOf(joint, "0"), { wrong: "badUnits" });
    const used = { lot: 13, state: "IN_USE", closesAt: 5, terms: { mode: "UseFirst" } };
    assert.ok(dealActs(used, { agreed: true }, "").convert);
    assert.ok(!dealActs(used, {}, "").convert);
    assert.deepEqual(dealDeadline(used), ["dueUse", 5]);
  },
  "an objection is raised from the first publication on, once, and never by the buyer"() {
    const market = new Market();
    market.snapshot("me", PERSON);
    const publicly = (event) => market.push({ ch: "lots", lot: 12, ...event });
    const acts = () => dealActs(market.deals.get(12), market.entry(12), "");
    publicly({ event: "DealAnnounced", title: {}, terms: { mode: "Negotiated", price: "900" }, closesAt: 0 });
    assert.ok(!acts().object);
    publicly({ event: "DealPublished", place: "UNIT", reference: "notice" });
    assert.ok(acts().object);
    publicly({ event: "PublicityBegun", from: "2026-03-02", last: "2026-03-17", closesAt: 77 });
    assert.deepEqual(dealDeadline(market.deals.get(12)), ["duePublicity", 77]);
    market.push({ ch: "me", event: "ObjectionRaised", lot: 12, objector: 9, objection: 2, grounds: "mine" });
    assert.deepEqual([acts().object, acts().unobject], [false, true]);
    publicly({ event: "ObjectionDecided", objection: 1, upheld: false, open: 1, reason: "none" });
    assert.ok(acts().unobject);
    publicly({ event: "ObjectionDecided", objection: 2, upheld: false, open: 0, reason: "none" });
    assert.ok(!acts().unobject);
    market.push({ ch: "me", event: "DealAnnounced", lot: 12, buyer: 9 });
    assert.ok(!acts().object);
  },
  "a book at a glance follows trades, limits, calls and halts"() {
    const books = openBook();
    const pushed = (event) => books.push({ ch: "book.3", book: 3, ...event });
    pushed({ event: "OrdersTraded", trade: 1, price: "12010", quantity: 7, taker: "BUYER", at: 1 });
    pushed({ event: "TopOfBook", bid: "11990", bidQuantity: 5, ask: "0", askQuantity: 0 });
    assert.deepEqual([books.open.lastPrice, books.open.volume, books.open.bidQuantity, books.open.ask], [12010n, 7, 5, 0n]);
    pushed({ event: "BookPhaseBegun", phase: "CALL", cause: "VOLATILITY", price: "13500", until: 99, reason: "" });
    assert.equal(phaseWord(books.open), "phaseVOLATILITY");
    pushed({ event: "CallIndicated", price: "12100", volume: 40, imbalance: -3 });
    assert.deepEqual([books.open.indicated, books.open.indicatedVolume, surplus(books.open)], [12100n, 40, ["surplusSell", 3]]);
    pushed({ event: "BookCrossed", price: "12100", volume: 40, imbalance: -3 });
    assert.deepEqual([books.open.lastPrice, books.open.indicatedVolume, surplus(books.open)], [12100n, 0, null]);
    pushed({ event: "BookPhaseBegun", phase: "HALTED", cause: "STAFF", price: "0", until: 0, reason: "news pending" });
    assert.deepEqual([phaseWord(books.open), books.open.reason], ["phaseHALTED", "news pending"]);
  },
  "what is shown is followed and nothing else, and what was shown before is forgotten"() {
    const asked = [];
    const connection = { follow: async (name) => asked.push(`+${name}`), unfollow: (name) => asked.push(`-${name}`) };
    const known = new Known();
    const following = new Following(connection, (channel) => known.left(channel));
    following.only(channelsOf({ view: "books", book: 3, desk: 0 }));
    assert.deepEqual(asked.splice(0), ["+books", "+book.3", "+book.3.depth"]);
    known.snapshot("books", { books: [book()] });
    known.snapshot("book.3", { book: book(), trades: [] });
    following.only(channelsOf({ view: "books", book: 3, orders: true, desk: 0 }));
    assert.deepEqual(asked.splice(0), ["+book.3.orders"]);
    known.snapshot("book.3.orders", { bids: [{ order: 1, price: "10", quantity: 2 }], asks: [], complete: true });
    following.only(channelsOf({ view: "books", book: 3, orders: false, desk: 0 }));
    assert.deepEqual([asked.splice(0), known.openOrders.isRead, known.openOrders.bids.size, known.books.open.book], [["-book.3.orders"], false, 0, 3]);
    following.only(channelsOf({ view: "books", book: 4, desk: 0 }));
    assert.deepEqual(asked.splice(0), ["-book.3", "-book.3.depth", "+book.4", "+book.4.depth"]);
    assert.deepEqual([known.books.open, known.books.all.size], [null, 1]);
    following.only(channelsOf({ view: "deals", book: 0, desk: 21 }));
    assert.deepEqual(asked.splice(0), ["-books", "-book.4", "-book.4.depth", "+desk.21"]);
    known.snapshot("desk.21", { parties: [{ participant: 9 }], objections: [], complete: true });
    following.only(channelsOf({ view: "deals", book: 0, desk: 22 }));
    assert.deepEqual([asked, known.parties.all.size], [["-desk.21", "+desk.22"], 0]);
  },
  "depth keeps the best first, market orders before all, and drops a level that is gone"() {
    const books = openBook();
    const levels = (bids, asks) => books.push({ ch: "book.3.depth", event: "DepthChanged", book: 3, bids, asks });
    levels([{ price: "12000", quantity: 3, orders: 1 }, { price: "0", quantity: 1, orders: 1 }, { price: "9990", quantity: 8, orders: 1 }], []);
    assert.deepEqual(books.depth(10).map(({ bid }) => bid.price), [0n, 12000n, 11990n, 9990n]);
    assert.deepEqual(books.depth(10).map(({ ask }) => ask && ask.price), [12010n, undefined, undefined, undefined]);
    levels([{ price: "12000", quantity: 0, orders: 0 }], [{ price: "100000", quantity: 1, orders: 1 }, { price: "12010", quantity: 6, orders: 1 }]);
    assert.deepEqual(books.depth(2).map(({ bid, ask }) => [bid.price, ask.price, ask.quantity]), [[0n, 12010n, 6], [11990n, 100000n, 1]]);
    books.close();
    assert.deepEqual([books.depth(10), books.open], [[], null]);
  },
  "the list of books and the open one are told by channels of their own, each once"() {
    const books = openBook();
    const trade = { event: "OrdersTraded", book: 3, trade: 1, price: "12010", quantity: 7, taker: "BUYER", at: 1 };
    books.push({ ch: "books", ...trade });
    books.push({ ch: "book.3", ...trade });
    assert.deepEqual([books.all.get(3).volume, books.open.volume, books.trades.length], [7, 7, 1]);
    books.push({ ch: "books", event: "BookOpened", book: 4, asset: "B", title: {}, terms: {}, reference: "5", reason: "" });
    assert.deepEqual([...books.all.keys()], [3, 4]);
    assert.equal(phaseWord(books.all.get(4)), "phaseCLOSED");
  },
  "orders stand in their turn: the best price, then who came first, and a moved one goes to the end of its price"() {
    const orders = new OpenOrders();
    orders.snapshot({ complete: true, bids: [{ order: 2, price: "100", quantity: 5 }, { order: 1, price: "90", quantity: 5 }], asks: [] });
    const happened = (event) => orders.push({ ch: "book.3.orders", book: 3, ...event });
    const bids = () => orders.rows(50).map(({ bid }) => [bid.order, bid.quantity]);
    happened(order(3, { price: "100", quantity: 4 }));
    happened(order(4, { price: "0", quantity: 1 }));
    assert.deepEqual(bids(), [[4, 1], [2, 5], [3, 4], [1, 5]]);
    happened({ event: "OrderAmended", order: 2, price: "100", quantity: 3, keptPriority: true });
    happened({ event: "OrderAmended", order: 1, price: "100", quantity: 9, keptPriority: false });
    assert.deepEqual(bids(), [[4, 1], [2, 3], [3, 4], [1, 9]]);
    happened({ event: "OrderAmended", order: 2, price: "100", quantity: 8, keptPriority: false });
    happened({ event: "OrdersTraded", trade: 1, price: "100", quantity: 1, buyOrder: 4, sellOrder: 9 });
    happened({ event: "OrdersTraded", trade: 2, price: "100", quantity: 3, buyOrder: 3, sellOrder: 9 });
    happened({ event: "OrderEnded", order: 1, quantity: 9 });
    assert.deepEqual(bids(), [[3, 1], [2, 8]]);
    happened({ event: "OrderAmended", order: 77, price: "100", quantity: 8, keptPriority: false });
    happened(order(9, { side: "SELL", price: "120", quantity: 6 }));
    assert.deepEqual(orders.rows(1).map(({ bid, ask }) => [bid.order, ask.order]), [[3, 9]]);
  },
  "a side that grows without end keeps the best, and says that some are left out"() {
    const orders = new OpenOrders();
    orders.snapshot({ complete: true, bids: [], asks: [] });
    for (let number = 1; number < 10000; number++) {
      orders.push(order(number, { price: String(number) }));
    }
    assert.deepEqual([orders.bids.size, orders.complete], [9999, true]);
    orders.push(order(10000, { price: "1" }));
    assert.deepEqual([orders.bids.size, orders.complete, orders.bids.has(5000), orders.bids.has(4999)], [5000, false, true, false]);
    assert.equal(orders.rows(1)[0].bid.order, 9999);
  },
  "trades told of single orders are not counted again in their book"() {
    const known = new Known();
    known.snapshot("book.3", { book: book(), trades: [] });
    known.snapshot("book.3.orders", { bids: [{ order: 1, price: "100", quantity: 5 }], asks: [], complete: true });
    const trade = { event: "OrdersTraded", book: 3, trade: 1, price: "100", quantity: 2, buyOrder: 1, sellOrder: 2, taker: "SELLER", at: 1 };
    known.push({ ch: "book.3", ...trade });
    known.push({ ch: "book.3.orders", ...trade });
    assert.deepEqual([known.books.open.volume, known.openOrders.bids.get(1).quantity], [2, 3]);
  },
  "trades of the snapshot come newest first, and no more than fifty are kept"() {
    const books = new Books();
    books.snapshot("book.3", { book: book(), trades: [{ trade: 1 }, { trade: 2 }] });
    assert.deepEqual(books.trades.map((trade) => trade.trade), [2, 1]);
    for (let trade = 3; trade <= 60; trade++) {
      books.push({ ch: "book.3", event: "OrdersTraded", book: 3, trade, price: "1", quantity: 1, taker: "NOBODY", at: 1 });
    }
    assert.deepEqual([books.trades.length, books.trades[0].trade], [50, 60]);
  },
  "money follows orders from entry through fills and amendment to the end"() {
    const account = new Account();
    account.snapshot({ ...PERSON, free: "100000" });
    account.push(order(5));
    assert.deepEqual([account.free, account.heldForOrders], [90000n, 10000n]);
    account.push({ event: "OrderFilled", book: 3, order: 5, trade: 1, side: "BUY", price: "900", quantity: 4, amount: "3600", released: "400" });
    assert.deepEqual([account.free, account.heldForOrders, account.orders.get(5).quantity], [90400n, 6000n, 6]);
    assert.deepEqual(account.said, ["orderFilled", 3, 5, 4, "900"]);
    account.push({ event: "OrderAmended", book: 3, order: 5, price: "1100", quantity: 5, keptPriority: false, held: "5500" });
    assert.deepEqual([account.free, account.heldForOrders, account.orders.get(5).price], [90900n, 5500n, 1100n]);
    account.push({ event: "OrderEnded", book: 3, order: 5, quantity: 5, cause: "CANCELLED", released: "5500" });
    assert.deepEqual([account.free, account.heldForOrders, account.orders.size], [96400n, 0n, 0]);
    assert.deepEqual(account.said, ["orderEndedCANCELLED", 3, 5, 5]);
  },
  "units follow sales, and what is offered is not free"() {
    const books = openBook();
    const account = new Account();
    account.snapshot({ ...PERSON, units: { "POOL.A": 100 } });
    account.push(order(5));
    account.push(order(6, { side: "SELL", quantity: 30, held: "0" }));
    assert.equal(account.freeUnits("POOL.A", books.all), 70);
    account.push({ event: "OrderFilled", book: 3, order: 6, trade: 1, side: "SELL", price: "1000", quantity: 30, amount: "30000", released: "0" });
    assert.deepEqual([account.units("POOL.A", books.all), account.freeUnits("POOL.A", books.all), account.free], [70, 70, 1020000n]);
    assert.deepEqual(account.ordersIn(3).map((each) => each.order), [5]);
  },
  "what backs an order beyond those the snapshot named is freed as the venue says"() {
    const account = new Account();
    account.snapshot({ ...PERSON, free: "0", heldForOrders: "10000", ordersComplete: false });
    account.push({ event: "OrderEnded", book: 3, order: 4711, quantity: 1, cause: "EXPIRED", released: "10000" });
    assert.deepEqual([account.free, account.heldForOrders, account.complete], [10000n, 0n, false]);
  },
  "each kind of order says what it is, with a price exact to the fen"() {
    const typed = { side: "BUY", kind: "LIMIT", price: "120.10", quantity: "1,000", validity: "DAY", until: "", disconnect: true };
    const limit = { book: 3, side: "BUY", type: "LIMIT", price: "12010", quantity: 1000, timeInForce: "DAY", expiresAt: 0, postOnly: false, selfTrade: "CANCEL_NEWEST", cancelOnDisconnect: true };
    assert.deepEqual(orderOf(3, typed), limit);
    assert.equal(orderOf(3, { ...typed, kind: "IOC" }).timeInForce, "IOC");
    assert.equal(orderOf(3, { ...typed, kind: "FOK" }).timeInForce, "FOK");
    assert.deepEqual([orderOf(3, { ...typed, kind: "POST" }).postOnly, orderOf(3, { ...typed, kind: "POST" }).timeInForce], [true, "DAY"]);
    const market = orderOf(3, { ...typed, kind: "MARKET", price: "", validity: "IOC" });
    assert.deepEqual([market.type, "price" in market, market.timeInForce], ["MARKET", false, "IOC"]);
    assert.deepEqual(orderOf(3, { ...typed, price: "120.101" }), { wrong: "badAmount" });
    assert.deepEqual(orderOf(3, { ...typed, quantity: "1.5" }), { wrong: "badUnits" });
    assert.deepEqual(orderOf(3, { ...typed, quantity: "0" }), { wrong: "badUnits" });
    assert.deepEqual(orderOf(3, { ...typed, validity: "GTD" }), { wrong: "badTime" });
    const until = "2026-12-01T10:00:00";
    assert.equal(orderOf(3, { ...typed, validity: "GTD", until }).expiresAt, instant(until));
    assert.equal(instant(until) % 1000, 0);
    assert.deepEqual([validities("FOK"), validities("MARKET")[0], validities("LIMIT")[0]], [[], "IOC", "GTC"]);
  },
  "an amendment and the cost of an order are exact, too"() {
    const mine = { book: 3, order: 5, price: 12010n };
    assert.deepEqual(amendmentOf(mine, "120.20", "80"), { book: 3, order: 5, price: "12020", quantity: 80 });
    assert.deepEqual(amendmentOf({ ...mine, price: 0n }, "", "80"), { book: 3, order: 5, quantity: 80 });
    assert.deepEqual(amendmentOf(mine, "", "80"), { wrong: "badAmount" });
    assert.equal(costOf({ side: "BUY", kind: "LIMIT", price: "9999999.99", quantity: "99999" }, 1n), 99998999900001n);
    assert.equal(costOf({ side: "BUY", kind: "MARKET", price: "", quantity: "10" }, 100000n), 1000000n);
    assert.equal(costOf({ side: "SELL", kind: "LIMIT", price: "1", quantity: "1" }, 1n), null);
  },
  "what is left is told in days, hours, minutes and seconds"() {
    assert.equal(left(90061 * 1e6), "1 d 01:01:01");
    assert.equal(left(-5e6), "00:00:00");
    assert.equal(left(1), "00:00:01");
  },
  "a lot that was chosen is shown, whatever runs"() {
    const market = new Market();
    market.snapshot("lots", { lots: [{ ...lotView(1, []), state: "OPEN" }, lotView(2, [])], roadshows: [] });
    assert.equal(market.current().lot, 1);
    market.choose(2);
    assert.equal(market.current().lot, 2);
    market.choose(0);
    assert.equal(market.current().lot, 1);
  },
  "a refusal has its code and its sentence in the reader's language"() {
    const below = { code: 4204, message: "Give a price that is a multiple of 0.10 yuan.", detail: 10 };
    assert.equal(refusal(below), "4204 · Give a price that is a multiple of 0.10 yuan.");
    switchLanguage();
    assert.equal(refusal(below), "4204 · 价格须为 0.10 元的整数倍。");
    assert.equal(refusal({ code: 4314, message: "", detail: 2 }), "4314 · 您已提出第 2 号异议，补充内容请告知本场。");
    assert.equal(refusal({ code: 1001, message: "Send one JSON object.", detail: 0 }), "1001 · Send one JSON object.");
    switchLanguage();
  },
  "every refusal of listings, deals and books is said in Chinese, with the same amount or number"() {
    const codes = new Map(JSON.parse(readFileSync(`${web}/refusals.json`, "utf8")).map((each) => [each.code, each.message]));
    const holes = (text) => (text.match(/\{(amount|number)\}/g) || []).sort().join();
    for (const code of Object.keys(REFUSALS_ZH).map(Number)) {
      assert.ok(codes.has(code), `there is no refusal ${code}`);
      if (code !== 1013) {
        assert.equal(holes(REFUSALS_ZH[code]), holes(codes.get(code)), String(code));
      }
    }
    const theirs = [...codes.keys()].filter((code) => (code >= 4200 && code <= 4262) || (code >= 4280 && code <= 4314));
    assert.ok(theirs.length > 80);
    assert.deepEqual(theirs.filter((code) => !REFUSALS_ZH[code]), []);
  },
  "the dictionaries say the same things in both languages, and none says another's"() {
    for (const words of [BOOK_WORDS, LISTING_WORDS, STAFF_WORDS, HELD_WORDS]) {
      assert.deepEqual(Object.keys(words.en).sort(), Object.keys(words["zh-CN"]).sort());
      for (const key of Object.keys(words.en)) {
        assert.equal(typeof words.en[key], typeof words["zh-CN"][key], key);
        assert.ok(word(key, 1, 2, 3, 4), key);
      }
    }
    assert.deepEqual(Object.keys(BOOK_WORDS.en).filter((key) => key in LISTING_WORDS.en), []);
    assert.deepEqual(Object.keys(STAFF_WORDS.en).filter((key) => key in LISTING_WORDS.en || key in BOOK_WORDS.en), []);
    assert.deepEqual(Object.keys(HELD_WORDS.en).filter((key) => key in LISTING_WORDS.en || key in BOOK_WORDS.en || key in STAFF_WORDS.en), []);
    const page = readFileSync(`${web}/words.js`, "utf8");
    const own = new Set([...page.matchAll(/(?:^|[{,])\s*([A-Za-z_]+): (?="|\()/gm)].map((found) => found[1]));
    assert.ok(own.has("badAmount"));
    assert.deepEqual([...Object.keys(BOOK_WORDS.en), ...Object.keys(LISTING_WORDS.en), ...Object.keys(STAFF_WORDS.en), ...Object.keys(HELD_WORDS.en)].filter((key) => own.has(key)), []);
  },
  "every word the page's own text asks for is there"() {
    const asked = [...readFileSync(`${web}/index.html`, "utf8").matchAll(/data-word="([^"]+)"/g)].map((found) => found[1]);
    assert.ok(asked.length > 60);
    assert.deepEqual(asked.filter((key) => !word(key, 1)), []);
  },
  "every state, phase and ending has a word"() {
    const keys = [
      ...["DISCLOSING", "CONFIRMING", "AGREEING", "SUSPENDED", "COMPETITION", "AGREED", "NO_PARTY", "NO_AGREEMENT", "WITHDRAWN", "TERMINATED"].map((state) => `listing${state}`),
      ...["CONTINUOUS", "CALL", "VOLATILITY", "HALTED", "CLOSED"].map((phase) => `phase${phase}`),
      ...["CANCELLED", "MASS_CANCELLED", "EXPIRED", "REMAINDER", "UNFILLABLE", "SELF_TRADE", "DAY_CLOSED", "DISCONNECTED"].map((ending) => `orderEnded${ending}`),
      ...["CLERK", "OPERATOR", "AUDITOR", "SPECTATOR"].flatMap((role) => [`account${role}`, `only${role}`]),
      ...["BUYER", "SELLER", "NOBODY"].map((taker) => `taker${taker}`), ...["GTC", "DAY", "GTD", "IOC", "FOK"],
    ];
    assert.deepEqual(keys.filter((key) => !word(key, 1, 2, 3)), []);
  },
};

for (const [name, run] of Object.entries(CASES)) {
  await run();
  console.log(`ok ${name}`);
}
