// Acts of two persons on the page: what waits and who may approve it, and asking for one from the desk of what is shown.

import { moment } from "./clock.js";
import { mayApprove, pairActs, pairFields, place, statement } from "./held.js";
import { element, say, showAnswer } from "./page.js";
import { refusal } from "./refusals.js";
import { isStaff } from "./staff.js";
import { fill, wireTable } from "./table.js";
import { titled, word } from "./words.js";

function about(act, market) {
  const [view, number] = place(act, market);
  const listing = [...market.listings.values()].find((each) => view === "listings" && each.listing === number);
  const thing = market.deals.get(act.lot) || market.lots.get(listing ? listing.lot : act.lot);
  return word(`heldIn_${view}`, number, thing ? titled(thing.title) : "");
}

function whole(act) {
  const told = statement(act).map(([key, ...values]) => word(key, ...values));
  return [word(`act${act.op}`), ...told].join(" · ");
}

function line(held, market, subject, free) {
  const { act, approval, actor, expiresAt } = held;
  const shown = about(act, market);
  const of = word(`act${act.op}`);
  const button = (does) => ({ does, text: word(does), label: word("heldButton", word(does), of, shown), disabled: !free });
  const acts = mayApprove(held, subject) ? [button("approve"), button("decline")] : [word("heldOwn"), button("takeBack")];
  return {
    key: approval,
    cells: [whole(act), { does: "show", text: shown }, mayApprove(held, subject) ? word("heldStaff", actor) : word("heldYou", actor), { until: expiresAt }, ...acts],
  };
}

function outcome(told, market) {
  return told ? word(told.key, word(`act${told.act.op}`), about(told.act, market), told.refused ? refusal(told.refused) : "") : "";
}

/** What waits for a second person, to the staff alone; who has signed in or is null. */
export function showHeld(held, market, who, free, nowMicros) {
  const acts = isStaff(who) ? held.waiting(nowMicros) : [];
  const others = acts.filter((act) => mayApprove(act, who.subject)).length;
  element("held").hidden = !isStaff(who);
  element("held-show").hidden = others === 0;
  say("held-told", others ? word("heldWaits", others) : "");
  say("held-said", isStaff(who) ? outcome(held.outcome, market) : "");
  say("held-none", acts.length ? "" : word("heldNone"));
  element("held-table").hidden = acts.length === 0;
  fill(element("held-acts"), acts.map((act) => line(act, market, who.subject, free)));
}

/** The acts of two persons that what is shown takes; keeps what was chosen where it is still one. */
export function showPair({ listed, deal, auction }, free) {
  const acts = pairActs(listed, deal, auction);
  const list = element("pair-op");
  if (acts.join() !== [...list.options].map((option) => option.value).join()) {
    const before = list.value;
    list.replaceChildren(...acts.map((op) => Object.assign(document.createElement("option"), { value: op })));
    list.value = acts.includes(before) ? before : acts[0] || "";
  }
  for (const option of list.options) {
    if (option.textContent !== word(`act${option.value}`)) {
      option.textContent = word(`act${option.value}`);
    }
  }
  element("pair").hidden = acts.length === 0;
  element("pair-number-label").hidden = list.value !== "UndoBid";
  element("pair-send").disabled = !free;
}

/** The answer to an act that was asked for, until when it waits. */
export function asked(held) {
  return word("heldAsked", moment(held.expiresAt));
}

/** because(op, fields) asks with the reason that was typed; shown() is what is shown, as for showPair. */
export function wirePair(because, shown) {
  element("pair-op").addEventListener("change", () => {
    element("pair-number-label").hidden = element("pair-op").value !== "UndoBid";
  });
  element("pair").addEventListener("submit", (event) => {
    event.preventDefault();
    const op = element("pair-op").value;
    const { lot, listed } = shown();
    const { wrong, ...fields } = pairFields(op, { listing: listed && listed.listing, lot }, element("pair-number").value);
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      because(op, fields);
    }
  });
}

/** show(view, number) leads to what an act is about. */
export function wireHeld(desk, held, market, show) {
  const one = (act) => (approval) => {
    const found = held.find(approval);
    if (found) {
      act(found);
    }
  };
  wireTable(element("held-acts"), {
    approve: one((found) => desk.approve(found)),
    decline: one((found) => desk.decline(found)),
    takeBack: one((found) => desk.decline(found)),
    show: one(({ act }) => show(...place(act, market))),
  });
  element("held-show").addEventListener("click", () => {
    element("held").scrollIntoView();
    element("held").focus();
  });
}
