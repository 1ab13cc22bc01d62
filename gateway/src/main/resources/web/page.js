// Puts values on the page, as text only.

import { acts, limitWord, lives, secretly } from "./course.js";
import { yuan } from "./money.js";
import { titled, word } from "./words.js";

export function element(id) {
  return document.getElementById(id);
}

export function say(id, text) {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
}

function mark(id, state, text) {
  element(id).dataset.state = state;
  say(id, text);
}

function row(...texts) {
  const line = document.createElement("tr");
  for (const text of texts) {
    line.append(Object.assign(document.createElement("td"), { textContent: text }));
  }
  return line;
}

export function showWords(tag) {
  document.documentElement.lang = tag;
  for (const place of document.querySelectorAll("[data-word]")) {
    place.textContent = word(place.dataset.word);
  }
  say("language", word("other"));
}

export function showConnection(state) {
  mark("connection", state, word(state));
  document.body.dataset.connection = state;
}

export function showDurability(durability) {
  element("durability").hidden = !durability || durability === "disk";
  say("durability", element("durability").hidden ? "" : word(durability) || durability);
}

export function showMarket(market, current) {
  const show = market.show();
  say("roadshow-title", show ? titled(show.title) : "Gavel");
  element("lots").replaceChildren(...market.ordered().map((lot) => {
    const line = row(String(lot.lot), titled(lot.title), word(lot.state), hasPrice(lot) ? yuan(lot.price) : "");
    line.setAttribute("aria-current", String(lot === current));
    return line;
  }));
}

function hasPrice(lot) {
  return Boolean(lot.bids || lot.leader);
}

/** Who leads, or everybody who has won where they are several or the lot is divided. */
function leaders(lot) {
  if (lot.winners.some((won) => won.units) || lot.winners.length > 1) {
    return lot.winners
      .map((won) => won.units ? word("wonUnits", won.paddle, won.units, yuan(won.unitPrice)) : word("paddle", won.paddle))
      .join(" · ");
  }
  return lot.leader ? word("paddle", lot.leader) : secretly(lot) && lives(lot) ? "—" : word("nobody");
}

export function showLot(lot, show) {
  say("lot-title", lot ? `${lot.lot} · ${titled(lot.title)}` : word("noLot"));
  if (!lot) {
    return;
  }
  mark("state", lot.state, word(lot.state));
  const ended = show && show.state === "ENDED" ? word("ended", show.sold, show.unsold) : "";
  say("note", [word(`cause${lot.note}`) || lot.note, ended].filter(Boolean).join(" "));
  say("price", hasPrice(lot) ? yuan(lot.price) : "—");
  say("leader", leaders(lot));
  say("limit-word", word(limitWord(lot)));
  say("next-minimum", lives(lot) ? yuan(lot.nextMinimum) : "—");
  say("deposit", yuan(lot.deposit));
  say("bid-count", String(lot.bids));
  say("commitment", lot.paddleCommitment ? word("commitment", lot.paddleCommitment) : "");
  say("extensions", lot.extensions ? word("extended", lot.extensions) : "");
}

export function showHistory(bids, paddle) {
  element("history").replaceChildren(...bids.map((bid) => {
    const line = document.createElement("li");
    line.value = bid.number;
    line.dataset.mine = String(bid.paddle === paddle);
    const at = timeOfDay(bid.at);
    line.textContent = `${yuan(BigInt(bid.amount))} · ${word("paddle", bid.paddle)} · ${at}`;
    return line;
  }));
}

/** Counts down by the server's clock; where the connection is lost it stands still. */
export function showTime(lot, nowMicros, live) {
  if (!live) {
    return;
  }
  say("clock", word("serverTime", timeOfDay(nowMicros)));
  const runs = Boolean(lot && ["OPEN", "CLOSING"].includes(lot.state));
  const left = runs ? lot.closesAt - nowMicros : lot ? lot.remaining : 0;
  const seconds = Math.max(0, Math.ceil(left / 1e6));
  const pad = (n) => String(n).padStart(2, "0");
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  say("countdown", lot && (runs || lot.remaining) ? clock : "—");
}

/** The terms of the lot's running phase, if it runs. */
export function phaseOf(lot) {
  return ((lot && lot.phases) || [])[lot ? lot.phase - 1 : -1];
}

/** Whether the lot's running phase lets its leader outbid themselves. */
function mayRaise(lot) {
  const phase = phaseOf(lot);
  return Boolean(phase && phase.leaderMayRaise);
}

/** The sealed bid's part of the desk; kept is amount and salt of this bidder's envelope, or null. */
export function showSealing(lot, mayAct, kept) {
  const phase = phaseOf(lot);
  const { envelope, opening } = lot ? acts(lot, 0) : {};
  const sealed = Boolean(envelope || opening);
  element("seal").hidden = !envelope;
  element("open-own").hidden = !opening;
  element("seal-send").disabled = !mayAct;
  element("open-own").disabled = !(mayAct && kept);
  element("sealed-to").hidden = !sealed;
  const key = sealed && phase.envelopeKey;
  say("sealed-to", !sealed ? "" : key ? word("sealedTo", key.threshold, key.holders.join(", ")) : word("sealedPlain"));
  element("kept").hidden = !(sealed && kept);
  element("kept-text").value = sealed && kept ? `${yuan(BigInt(kept.amount))} ${kept.salt}` : "";
}

function timeOfDay(micros) {
  return new Date(micros / 1000).toLocaleTimeString(undefined, { hour12: false });
}

export function showDesk(who, lot, paddle, free, hindrance) {
  const bidder = who && who.role === "BIDDER";
  element("bidding").hidden = !bidder;
  element("sign-in").hidden = Boolean(bidder);
  say("me", bidder ? word("me", who.subject, paddle) : word("watching"));
  element("bid-next").textContent = lot ? word("bidNext", yuan(lot.nextMinimum)) : "";
  say("entry", bidder && hindrance ? word(hindrance) : "");
  element("apply").hidden = hindrance !== "applicationNONE";
  element("apply").disabled = !(free && lot);
  const mayBid = Boolean(free && !hindrance && paddle && lot && lot.state === "OPEN" && !(lot.leader === paddle && !mayRaise(lot)));
  element("bid-next").disabled = !mayBid;
  element("bid-own").querySelector("button").disabled = !mayBid;
  element("hold").hidden = Boolean(paddle) || !lot || !lives(lot);
  element("hold").disabled = !(free && !hindrance && lot && !paddle && ["ANNOUNCED", "OPEN", "PAUSED"].includes(lot.state));
}

/** Once the lot has ended, a bidder can have the proof of their last bid. */
export function showProof(lot, seq, live) {
  element("proof").hidden = !(lot && seq && !lives(lot) && lot.state !== "ANNOUNCED");
  element("proof").disabled = !live;
}

export function showStanding(lot, paddle, hasBid) {
  const won = Boolean(lot && paddle && lot.state === "AWARDED"
    && (lot.leader === paddle || lot.winners.some((winner) => winner.paddle === paddle)));
  const leads = Boolean(lot && paddle && lives(lot) && lot.leader === paddle);
  if (won || leads) {
    mark("standing", "leading", word(won ? "won" : "leading"));
  } else {
    mark("standing", "outbid", hasBid && (lives(lot) || lot.state === "AWARDED") ? word("outbid") : "");
  }
}

export function showAnswer(state, text) {
  mark("answer", state, text);
}

export function alertOnce(text) {
  say("alert", text);
}
