// Acts of two persons that wait, and who may approve them.

import { moment } from "./clock.js";
import { mayApprove, place, statement } from "./held.js";
import { element, say } from "./page.js";
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
  const [view] = place(act, market);
  const button = (does) => ({ does, text: word(does), label: word("heldButton", word(does), of, shown), disabled: !free });
  const acts = mayApprove(held, subject) ? [button("approve"), button("decline")] : [word("heldOwn"), button("takeBack")];
  return {
    key: approval,
    cells: [whole(act), view === "sales" ? shown : { does: "show", text: shown }, mayApprove(held, subject) ? word("heldStaff", actor) : word("heldYou", actor), { until: expiresAt }, ...acts],
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

/** The answer to an act that was asked for, until when it waits. */
export function asked(held) {
  return word("heldAsked", moment(held.expiresAt));
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
