// Puts values on the page, as text only.

import { left, timeOfDay } from "./clock.js";
import { acts, limitWord, secretly } from "./course.js";
import { isBidding, lives, takesDeposits } from "./lot-states.js";
import { yuan } from "./money.js";
import { fill, wireTable } from "./table.js";
import { titled, word } from "./words.js";

export function element(id) {
  return document.getElementById(id);
}

export function say(id, text) {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
}

export function mark(id, state, text) {
  element(id).dataset.state = state;
  say(id, text);
}

export function showWords(tag) {
  document.documentElement.lang = tag;
  for (const place of document.querySelectorAll("[data-word]")) {
    if (place.textContent !== word(place.dataset.word)) {
      place.textContent = word(place.dataset.word);
    }
  }
  for (const place of document.querySelectorAll("[data-label]")) {
    place.setAttribute("aria-label", word(place.dataset.label));
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
  element("follow-market").hidden = market.chosen === 0;
  fill(element("lots"), market.ordered().map((lot) => ({
    key: lot.lot,
    cells: [String(lot.lot), { does: "choose", text: titled(lot.title) }, word(lot.state), hasPrice(lot) ? yuan(lot.price) : ""],
    current: lot === current,
  })));
}

/** choose(lot) is called with the lot that is to be shown, 0 to follow the market. */
export function wireLots(choose) {
  wireTable(element("lots"), { choose });
  element("follow-market").addEventListener("click", () => choose(0));
}

/** open(view) is called where one of the views' buttons is pressed. */
export function wireViews(open) {
  element("views").addEventListener("click", (click) => {
    const button = click.target.closest("button[data-view]");
    if (button) {
      open(button.dataset.view);
    }
  });
}

/** Which view is open. */
export function showView(view) {
  for (const button of document.querySelectorAll("#views button")) {
    const open = button.dataset.view === view;
    button.setAttribute("aria-current", open ? "page" : "false");
    element(`view-${button.dataset.view}`).hidden = !open;
  }
}

/** What those who are no bidders are told where bidders act: who they are, or by the word of this key what signing in is for. */
export function onlooker(who, key) {
  return word(who ? `only${who.role}` : key);
}

/** Who has signed in and what is theirs; where nobody has, by the word of this key why they no longer are. */
export function showAccount(who, account, signedOut) {
  const bidder = Boolean(who && who.role === "BIDDER");
  element("sign-in").hidden = Boolean(who);
  say("account-who", bidder ? word("accountWho", who.subject) : who ? word(`account${who.role}`, who.subject) : word(signedOut || "accountWatching"));
  say("account-free", bidder ? word("freeMoney", yuan(account.free)) : "");
  say("account-held", bidder && account.heldForOrders ? word("heldMoney", yuan(account.heldForOrders)) : "");
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
  const runs = Boolean(lot && isBidding(lot));
  const rest = runs ? lot.closesAt - nowMicros : lot ? lot.remaining : 0;
  say("countdown", lot && (runs || lot.remaining) ? left(rest) : "—");
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

export function showDesk(who, lot, paddle, free, hindrance) {
  const bidder = who && who.role === "BIDDER";
  element("bidding").hidden = !bidder;
  say("me", bidder ? word("me", who.subject, paddle) : onlooker(who, "watching"));
  element("bid-next").textContent = lot ? word("bidNext", yuan(lot.nextMinimum)) : "";
  say("entry", bidder && hindrance ? word(hindrance) : "");
  element("apply").hidden = hindrance !== "applicationNONE";
  element("apply").disabled = !(free && lot);
  const mayBid = Boolean(free && !hindrance && paddle && lot && lot.state === "OPEN" && !(lot.leader === paddle && !mayRaise(lot)));
  element("bid-next").disabled = !mayBid;
  element("bid-own").querySelector("button").disabled = !mayBid;
  element("hold").hidden = Boolean(paddle) || !lot || !lives(lot);
  element("hold").disabled = !(free && !hindrance && lot && !paddle && takesDeposits(lot));
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
