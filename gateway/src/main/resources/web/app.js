// The live page: wires the connection, the market and the bidder's desk to what is shown.

import { Account } from "./account.js";
import { numbers, showBooks, wireBooks } from "./book-page.js";
import { Books } from "./books.js";
import { tickAll } from "./clock.js";
import { Connection } from "./connection.js";
import { showDeals, shownDeal, wireDeals } from "./deal-page.js";
import { Desk } from "./desk.js";
import { ASK_MILLIS, Held } from "./held.js";
import { asked, showHeld, wireHeld } from "./held-page.js";
import { showListings, shownListing, wireListings } from "./listing-page.js";
import { LotPage } from "./lot-page.js";
import { Market } from "./market.js";
import { yuan } from "./money.js";
import { dropAmendment, showOrders, wireOrders } from "./order-page.js";
import * as page from "./page.js";
import { Places } from "./places.js";
import * as proofs from "./proofs.js";
import { refusal } from "./refusals.js";
import { isStaff, Parties } from "./staff.js";
import { showStaff, wireStaff } from "./staff-page.js";
import { languageTag, switchLanguage, word } from "./words.js";

const TICK_MILLIS = 200;
const DRAW_MILLIS = 50;
const BOOKS = /^books?(\.|$)/;
const DESK = /^desk\./;

/** The word for each command that has been taken. */
const TAKEN = {
  HoldDeposit: "held", ApplyForLot: "applied", SubmitEnvelope: "sealedSent", OpenEnvelope: "opened", BidUnits: "unitsSent",
  SubmitProposal: "proposalSent", RegisterIntention: "registered", OfferPrice: "quoted", BuyNow: "bought", PledgeShares: "pledged",
  WithdrawPledge: "unpledged", RaiseObjection: "objected", WithdrawObjection: "unobjected", ConvertUse: "converted", EndUse: "useEnded",
  MakeOffer: "offerMade", TellInterest: "interestTold", WithdrawOffer: "offerWithdrawn", QualifyBidder: "qualified", MarkParty: "markedDone",
  SuspendListing: "suspended", ResumeListing: "resumed", PublishDeal: "published", PlaceOrder: "orderSent", AmendOrder: "amended", CancelOrder: "cancelled", CancelOrders: "cancelled",
  ApproveAct: "heldApproved", DeclineAct: "heldDeclined",
};

/** What is empty again once the command has been taken. */
const SENT = {
  RegisterIntention: ["register-offer"], OfferPrice: ["offer-amount"], PledgeShares: ["pledge-shares"], RaiseObjection: ["object-grounds"],
  PlaceOrder: ["order-units"], MakeOffer: ["need-price"], QualifyBidder: ["staff-reason"], MarkParty: ["staff-reason"], SuspendListing: ["staff-reason"],
  ResumeListing: ["staff-reason"], PublishDeal: ["publish-reference"],
  RequestApproval: ["staff-reason", "pair-number", "pair-sale", "pair-bidder", "pair-panel", "pair-sheet"],
};

const market = new Market();
const account = new Account();
const books = new Books();
const parties = new Parties();
const places = new Places(() => wentElsewhere());
let state = "connecting";
let shownBook = 0;
let followedDesk = 0;
let drawing = 0;

const connection = new Connection({
  state(name) {
    state = name;
    draw();
  },
  snapshot(channel, value) {
    if (DESK.test(channel)) {
      parties.snapshot(value);
    } else {
      (BOOKS.test(channel) ? books : market).snapshot(channel, value);
    }
    if (channel === "me") {
      account.snapshot(value);
    }
    draw();
  },
  push(event) {
    if (BOOKS.test(event.ch)) {
      books.push(event);
      drawSoon();
      return;
    }
    if (DESK.test(event.ch)) {
      parties.push(event);
      drawSoon();
      return;
    }
    if (event.ch === "me") {
      account.push(event);
    }
    lots.happened(event, market.push(event));
    draw();
  },
  ready() {
    followMe().then(() => desk.resume()).then(() => held.ask()).catch(() => {});
  },
});

const desk = new Desk(connection, {
  answer(kind, what, fields, result) {
    if (kind === "taken") {
      proofs.keep(what, fields.lot, who(), result.seq);
      forget(what);
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

/** What is said of what has been taken. */
function taken(op, fields, result) {
  if (op === "RequestApproval") {
    return asked(result);
  }
  return op === "PlaceBid" && fields.amount ? word("taken", yuan(BigInt(fields.amount))) : word(TAKEN[op] || "done", result.seq);
}

/** What was typed for the command that has been taken. */
function forget(op) {
  for (const id of SENT[op] || []) {
    page.element(id).value = "";
  }
  if (op === "AmendOrder") {
    dropAmendment();
  }
}

/** Follows the books while their view is open, and the levels and trades of the one that is shown. */
function followBooks() {
  const open = places.view === "books";
  if (open) {
    connection.follow("books").catch(() => {});
  } else {
    connection.unfollow("books");
  }
  const book = open ? places.among("books", numbers(books)) : 0;
  if (book === shownBook) {
    return;
  }
  const channels = (number) => [`book.${number}`, `book.${number}.depth`];
  if (shownBook) {
    channels(shownBook).forEach((name) => connection.unfollow(name));
  }
  shownBook = book;
  books.close();
  dropAmendment();
  if (book) {
    channels(book).forEach((name) => connection.follow(name).catch(() => {}));
  }
}

/** What is shown and can be decided on, by its number as a lot. */
function shown() {
  const listing = places.view === "listings" ? shownListing(market, places) : undefined;
  const deal = places.view === "deals" ? shownDeal(market, places) : undefined;
  const lot = places.view === "lots" ? lots.current : listing || deal;
  const number = lot ? lot.lot : 0;
  return { lot: number, listing, deal, listed: market.listings.get(number), auction: market.lots.get(number) };
}

/** Of the staff's desks the one of what is shown. */
function followDesk() {
  const desk = isStaff(connection.who) ? shown().lot : 0;
  if (desk === followedDesk) {
    return;
  }
  if (followedDesk) {
    connection.unfollow(`desk.${followedDesk}`);
  }
  followedDesk = desk;
  parties.close();
  if (desk) {
    connection.follow(`desk.${desk}`).catch(() => {});
  }
}

/** A storm of orders costs the page no more than a look at every so many. */
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
  page.showAccount(connection.who, account);
  followBooks();
  followDesk();
  const free = lots.free;
  if (places.view === "lots") {
    lots.draw();
  } else if (places.view === "listings") {
    showListings(market, places, connection.who, free);
  } else if (places.view === "deals") {
    showDeals(market, places, connection.who, free);
  } else if (places.view === "books") {
    showBooks(books, shownBook);
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
    held.drop();
    await followMe();
    await desk.resume();
    await held.ask();
  } catch {
    draw();
  }
}

async function followMe() {
  if (connection.who && connection.who.role === "BIDDER") {
    await connection.follow("me");
  }
  draw();
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
