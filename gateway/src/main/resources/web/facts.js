// What a lot consists of, with which others it closes, and the rules it is sold under.

import { element, say } from "./page.js";
import { titled, word } from "./words.js";

function groupText(lot, market) {
  const { group } = lot.offering || {};
  if (!group) {
    return "";
  }
  const together = market.ordered().filter((other) => (other.offering || {}).group === group);
  return word("group", group, together.map((other) => other.lot).join(", "));
}

function itemText(item) {
  return [titled(item.title), word(item.kind), item.number].filter(Boolean).join(" · ");
}

function showPackage(lot) {
  const items = ((lot && lot.offering) || {}).items || [];
  element("package").hidden = items.length === 0;
  element("items").replaceChildren(
    ...items.map((item) => Object.assign(document.createElement("li"), { textContent: itemText(item) })));
}

export function showFacts(lot, market) {
  say("group", lot ? groupText(lot, market) : "");
  showPackage(lot);
  element("rules").hidden = !lot;
  element("rules-link").href = lot ? `/v1/lots/${lot.lot}/rules` : "";
  say("rules-hash", (lot && lot.ruleSheet) || "");
}
