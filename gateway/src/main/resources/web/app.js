// The live page: wires the connection, the market and the bidder's desk to what is shown.

import { Connection } from "./connection.js";
import { showActs, showCourse, wire } from "./course-page.js";
import { falls } from "./course.js";
import { Desk } from "./desk.js";
import * as envelopes from "./envelopes.js";
import { Market } from "./market.js";
import { parseYuan, yuan } from "./money.js";
import { showFacts } from "./facts.js";
import { wireForms } from "./forms.js";
import * as page from "./page.js";
import * as proofs from "./proofs.js";
import { canSeal, makeEnvelope } from "./sealed.js";
import { languageTag, switchLanguage, word } from "./words.js";

const TICK_MILLIS = 200;

const market = new Market();
const myBids = new Set();
let state = "connecting";
let shownLot = 0;

const connection = new Connection({
  state(name) {
    state = name;
    draw();
  },
  snapshot(channel, value) {
    market.snapshot(channel, value);
    draw();
  },
  push(event) {
    const before = market.push(event);
    if (event.event === "BidAccepted" && event.ch === "lots") {
      noticeOutbid(before, event);
    }
    if (event.event === "EnvelopeSubmitted" && event.paddle === market.paddles.get(event.lot)) {
      envelopes.taken(event.lot, who(), event.commitment);
    }
    draw();
  },
  ready() {
    followMe().then(() => desk.resume()).catch(() => {});
  },
});

const desk = new Desk(connection, {
  answer(kind, what, amount, lot, seq) {
    if (kind === "taken") {
      proofs.keep(what, lot, who(), seq);
    }
    const done = {
      HoldDeposit: word("held"), ApplyForLot: word("applied"), SubmitEnvelope: word("sealedSent"), OpenEnvelope: word("opened"),
      BidUnits: word("unitsSent"), SubmitProposal: word("proposalSent"),
    };
    const texts = {
      sending: word("sending"),
      asking: word("asking"),
      taken: what === "PlaceBid" && amount ? word("taken", yuan(BigInt(amount))) : done[what] || word("done"),
      refused: what,
    };
    page.showAnswer(kind, texts[kind]);
    draw();
  },
});


function current() {
  return market.current();
}

function who() {
  return connection.who ? connection.who.subject : 0;
}

function paddle() {
  const lot = current();
  return lot ? market.paddles.get(lot.lot) || 0 : 0;
}

function holds() {
  const lot = current();
  return Boolean(lot && who() && market.entry(lot.lot).priority);
}

function noticeOutbid(before, event) {
  const mine = market.paddles.get(event.lot);
  if (mine && event.paddle === mine) {
    myBids.add(event.lot);
    page.alertOnce("");
  } else if (mine && before && before.leader === mine) {
    page.alertOnce(word("outbid"));
  }
}

/** Follows the channel of the lot that is shown, for its bids. */
function followLot(lot) {
  const number = lot ? lot.lot : 0;
  if (number === shownLot || !connection.live) {
    return;
  }
  if (shownLot) {
    connection.unfollow(`lot.${shownLot}`);
  }
  shownLot = number;
  market.history = [];
  if (number) {
    connection.follow(`lot.${number}`).catch(() => {});
  }
}

function draw() {
  const lot = current();
  followLot(lot);
  page.showWords(languageTag());
  page.showConnection(state);
  page.showDurability(connection.durability);
  page.showMarket(market, lot);
  page.showLot(lot, market.show());
  page.showHistory(market.history, paddle());
  const hindrance = lot ? market.hindrance(lot) : "";
  page.showDesk(connection.who, lot, paddle(), connection.live && !desk.busy, hindrance);
  showCourse(lot);
  showActs(lot, paddle(), holds(), connection.live && !desk.busy);
  showFacts(lot, market);
  const mayAct = Boolean(connection.live && !desk.busy && paddle());
  page.showSealing(lot, mayAct, lot && who() ? envelopes.lastKept(lot.lot, who()) : null);
  page.showProof(lot, lot && who() ? proofs.last(lot.lot, who()) : 0, connection.live);
  page.showStanding(lot, paddle(), Boolean(lot && myBids.has(lot.lot)));
  tick();
}

function tick() {
  page.showTime(current(), connection.serverMicros(), connection.live);
}

/** Seals in this browser; the amount leaves it only encrypted, or not at all. */
async function seal(amount) {
  const lot = current();
  if (amount === null) {
    page.showAnswer("refused", word("badAmount"));
  } else if (falls(lot) ? amount > lot.nextMinimum : amount < lot.nextMinimum) {
    page.showAnswer("refused", word(falls(lot) ? "tooHigh" : "tooLow", yuan(lot.nextMinimum)));
  } else if (!canSeal()) {
    page.showAnswer("refused", word("noSealing"));
  } else {
    const round = Math.ceil(lot.stage / 2);
    try {
      const envelope = await makeEnvelope(lot.lot, paddle(), round, amount, page.phaseOf(lot).envelopeKey);
      envelopes.keep(lot.lot, who(), envelope);
      page.element("sealed-amount").value = "";
      await desk.submit(lot.lot, envelope);
    } catch {
      page.showAnswer("refused", word("sealFailed"));
    }
  }
}

async function signIn(token) {
  connection.token = token;
  if (!connection.live) {
    return;
  }
  try {
    const reply = await connection.authenticate(token);
    page.showAnswer(reply.ok ? "taken" : "refused", reply.ok ? "" : reply.e.message);
    await followMe();
    await desk.resume();
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
page.element("apply").addEventListener("click", () => desk.apply(current().lot));
page.element("hold").addEventListener("click", () => desk.hold(current().lot));
page.element("bid-next").addEventListener("click", () => desk.bid(current().lot, current().nextMinimum));
page.element("bid-own").addEventListener("submit", (submit) => {
  submit.preventDefault();
  const amount = parseYuan(page.element("amount").value);
  if (amount === null) {
    page.showAnswer("refused", word("badAmount"));
  } else {
    desk.bid(current().lot, amount);
  }
});

page.element("proof").addEventListener("click", async () => {
  try {
    const problem = await proofs.download(connection, proofs.last(current().lot, who()));
    page.showAnswer(problem ? "refused" : "taken", problem || word("proofSaved"));
  } catch {
    page.showAnswer("refused", word("lost"));
  }
});

wire(desk, current, paddle);
wireForms(desk, current);
page.element("seal").addEventListener("submit", (submit) => {
  submit.preventDefault();
  seal(parseYuan(page.element("sealed-amount").value));
});
page.element("open-own").addEventListener("click", () => {
  desk.open(current().lot, envelopes.lastKept(current().lot, who()));
});
page.element("kept-copy").addEventListener("click", () => {
  page.element("kept-text").select();
  navigator.clipboard.writeText(page.element("kept-text").value).catch(() => {});
});

const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) {
  history.replaceState(null, "", location.pathname);
  connection.token = given;
}
connection.follow("lots");
draw();
connection.open();
setInterval(tick, TICK_MILLIS);
