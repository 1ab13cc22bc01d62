// The live page: wires the connection, what is known and the desk to what is shown.

import { forgetTyped, taken } from "./answers.js";
import { numbers, showBooks, wireBooks } from "./book-page.js";
import { tickAll } from "./clock.js";
import { Connection } from "./connection.js";
import { showDeals, shownDeal, wireDeals } from "./deal-page.js";
import { Desk } from "./desk.js";
import { channelsOf, Following } from "./following.js";
import { ASK_MILLIS, Held } from "./held.js";
import { showHeld, wireHeld } from "./held-page.js";
import { Known } from "./known.js";
import { showListings, shownListing, wireListings } from "./listing-page.js";
import { LotPage } from "./lot-page.js";
import { isListOpen, showOpenOrders, wireOpenOrders } from "./open-orders-page.js";
import { showOrders, wireOrders } from "./order-page.js";
import * as page from "./page.js";
import { Places } from "./places.js";
import * as proofs from "./proofs.js";
import { refusal } from "./refusals.js";
import { isStaff } from "./staff.js";
import { showStaff, wireStaff } from "./staff-page.js";
import { languageTag, switchLanguage, word } from "./words.js";

const TICK_MILLIS = 200;
const DRAW_MILLIS = 50;

const known = new Known();
const { market, account, books, openOrders, parties } = known;
const places = new Places(() => wentElsewhere());
let state = "connecting";
let shownBook = 0;
let drawing = 0;

const connection = new Connection({
  state(name) {
    state = name;
    draw();
  },
  snapshot(channel, value) {
    known.snapshot(channel, value);
    draw();
  },
  page(channel, value) {
    known.page(channel, value);
    draw();
  },
  push(event) {
    lots.happened(event, known.push(event));
    drawSoon();
  },
  ready() {
    goOn().catch(() => {});
  },
  signedOut() {
    known.left("me");
    lots.signedOut();
    held.drop();
    draw();
  },
});

const desk = new Desk(connection, {
  answer(kind, what, fields, result) {
    if (kind === "taken") {
      proofs.keep(what, fields.lot, who(), result.seq);
      forgetTyped(what);
    }
    const texts = { sending: () => word("sending"), asking: () => word("asking"), taken: () => taken(what, fields, result), refused: () => what };
    page.showAnswer(kind, texts[kind]());
    draw();
    if (!desk.busy) {
      held.ask();
    }
  },
});

const held = new Held(connection, () => draw());

const following = new Following(connection, (channel) => known.left(channel));

const lots = new LotPage(connection, desk, market, () => draw());

function who() {
  return connection.who ? connection.who.subject : 0;
}

/** Another view or thing is shown: what was answered before is not about it. */
function wentElsewhere() {
  if (!desk.busy) {
    page.showAnswer("", "");
  }
  draw();
}

/** What is shown and can be decided on, by its number as a lot. */
function shown() {
  const listing = places.view === "listings" ? shownListing(market, places) : undefined;
  const deal = places.view === "deals" ? shownDeal(market, places) : undefined;
  const lot = places.view === "lots" ? lots.current : listing || deal;
  const number = lot ? lot.lot : 0;
  return { lot: number, listing, deal, listed: market.listings.get(number), auction: market.lots.get(number) };
}

/** Follows what is shown. */
function follow() {
  shownBook = places.view === "books" ? places.among("books", numbers(books)) : 0;
  const desk = isStaff(connection.who) ? shown().lot : 0;
  following.only(channelsOf({ view: places.view, book: shownBook, orders: isListOpen(), desk }));
}

/** A storm of events costs the page no more than a look at every so many. */
function drawSoon() {
  if (!drawing) {
    drawing = setTimeout(draw, DRAW_MILLIS);
  }
}

function draw() {
  clearTimeout(drawing);
  drawing = 0;
  page.showWords(languageTag());
  page.showConnection(state);
  page.showDurability(connection.durability);
  page.showView(places.view);
  page.showAccount(connection.who, account, connection.signedOut);
  follow();
  const free = lots.free;
  if (places.view === "lots") {
    lots.draw();
  } else if (places.view === "listings") {
    showListings(market, places, connection.who, free);
  } else if (places.view === "deals") {
    showDeals(market, places, connection.who, free);
  } else if (places.view === "books") {
    showBooks(books, shownBook);
    showOpenOrders(openOrders, account);
    showOrders(books, account, connection.who, free);
  }
  showStaff(parties, shown(), connection.who, free);
  showHeld(held, market, connection.who, free, connection.serverMicros());
  tick();
}

function tick() {
  page.showTime(market.current(), connection.serverMicros(), connection.live);
  tickAll(connection.serverMicros(), connection.live);
}

async function signIn(token) {
  connection.token = token;
  if (!connection.live) {
    return;
  }
  try {
    const reply = await connection.authenticate(token);
    page.showAnswer(reply.ok ? "taken" : "refused", reply.ok ? "" : refusal(reply.e));
    draw();
    await goOn();
  } catch {
    draw();
  }
}

/** The connection is there, or somebody has signed in: what was under way is asked for. */
async function goOn() {
  await desk.resume();
  await held.ask();
}

page.element("language").addEventListener("click", () => {
  switchLanguage();
  draw();
});
page.element("sign-in").addEventListener("submit", (submit) => {
  submit.preventDefault();
  signIn(page.element("token").value.trim());
  page.element("token").value = "";
});
page.wireViews((view) => places.go(view));
lots.wire();
wireListings(desk, market, places);
wireDeals(desk, market, places);
wireStaff(desk, parties, shown);
wireHeld(desk, held, market, (view, number) => {
  if (view === "lots") {
    market.choose(number);
  }
  places.go(view, number);
});
wireBooks(places);
wireOpenOrders(draw);
wireOrders(desk, books, account, draw);
addEventListener("hashchange", () => {
  places.read();
  wentElsewhere();
});

const given = places.read().get("token");
if (given) {
  places.write();
  connection.token = given;
}
connection.follow("lots");
draw();
connection.open();
setInterval(tick, TICK_MILLIS);
setInterval(() => held.ask(), ASK_MILLIS);
