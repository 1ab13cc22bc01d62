// The bidder's orders in the open book: the form for a new one, those that are open, amending and cancelling them.

import { moment } from "./clock.js";
import { amendmentOf, costOf, hasPrice, orderOf, validities } from "./order.js";
import { fen, grouped, yuan } from "./money.js";
import { element, onlooker, say, showAnswer } from "./page.js";
import { fill, wireTable } from "./table.js";
import { word } from "./words.js";

/** The number of the order that is being amended, 0 where none is. */
let amending = 0;

function typed() {
  return {
    side: element("side-sell").checked ? "SELL" : "BUY",
    kind: element("order-kind").value,
    price: element("order-price").value,
    quantity: element("order-units").value,
    validity: element("order-validity").value,
    until: element("order-until").value,
    disconnect: element("order-disconnect").checked,
  };
}

/** Offers the validities of the kind, and keeps what was chosen where it is still one. */
function showValidities(kind) {
  const list = element("order-validity");
  const choices = validities(kind);
  if (choices.join() !== [...list.options].map((option) => option.value).join()) {
    const before = list.value;
    list.replaceChildren(...choices.map((name) => Object.assign(document.createElement("option"), { value: name })));
    list.value = choices.includes(before) && kind !== "MARKET" ? before : choices[0] || "";
  }
  for (const option of list.options) {
    if (option.textContent !== word(option.value)) {
      option.textContent = word(option.value);
    }
  }
  element("order-validity-label").hidden = choices.length === 0;
  element("order-until-label").hidden = list.value !== "GTD";
}

function showForm(book, account, books, free) {
  const given = typed();
  showValidities(given.kind);
  element("order-price-label").hidden = !hasPrice(given.kind);
  say("order-send", word(`place${given.side}`));
  element("order-send").disabled = !free;
  const cost = costOf(given, fen(book.terms.highest));
  const units = word("freeUnits", grouped(account.freeUnits(book.asset, books.all)));
  say("order-cost", given.side === "SELL" ? units : cost === null ? "" : word("orderCost", yuan(cost)));
}

function price(order) {
  return order.price ? yuan(order.price) : word("atMarket");
}

function line(order, free) {
  const button = (does) => ({ does, text: word(does), label: `${word(does)} ${order.order}`, disabled: !free });
  const told = word("orderTold", word(order.side), grouped(order.quantity), price(order));
  const until = order.expiresAt ? moment(order.expiresAt) : "";
  const cells = [told, button("cancel"), button("amend"), `${word(order.timeInForce || "GTC")} ${until}`.trim(), String(order.order)];
  return { key: order.order, cells, current: order.order === amending, kind: order.side };
}

function showOwn(own, account, free) {
  fill(element("own-orders"), own.map((order) => line(order, free)));
  say("own-none", !account.complete ? word("moreOrders") : own.length ? "" : word("noOrders"));
  element("own-head").hidden = own.length === 0;
  element("cancel-all").hidden = own.length === 0;
  element("cancel-all").disabled = !free;
}

function showAmendment(own, free) {
  const order = own.find((each) => each.order === amending);
  amending = order ? amending : 0;
  element("amendment").hidden = !order;
  if (order) {
    say("amendment-title", word("amending", order.order));
    element("amend-price-label").hidden = order.price === 0n;
    element("amend-send").disabled = !free;
  }
}

/** What became of the bidder's orders last, in the open book. */
function sentence(said, book) {
  if (!said || said[1] !== book) {
    return "";
  }
  const [key, , order, units, at] = said;
  return word(key, order, units === undefined ? "" : grouped(units), at ? yuan(fen(at)) : "");
}

/** who is who has signed in, or null. */
export function showOrders(books, account, who, free) {
  const book = books.open;
  if (!book) {
    dropAmendment();
    return;
  }
  const bidder = Boolean(who && who.role === "BIDDER");
  element("order").hidden = !bidder;
  element("own").hidden = !bidder;
  say("trade-entry", bidder ? "" : onlooker(who, "bookWatching"));
  say("own-said", bidder ? sentence(account.said, book.book) : "");
  const own = bidder ? account.ordersIn(book.book) : [];
  showForm(book, account, books, free);
  showOwn(own, account, free);
  showAmendment(own, free);
}

function send(desk, op, { wrong, ...fields }) {
  if (wrong) {
    showAnswer("refused", word(wrong));
  } else {
    desk.send(op, fields);
  }
}

function amend(order, draw) {
  amending = order.order;
  element("amend-price").value = order.price ? yuan(order.price) : "";
  element("amend-units").value = String(order.quantity);
  draw();
  element(order.price ? "amend-price" : "amend-units").focus();
}

/** No order is being amended any more. */
export function dropAmendment() {
  amending = 0;
}

/** desk sends; draw() shows the page anew. */
export function wireOrders(desk, books, account, draw) {
  const order = (number) => account.orders.get(number);
  element("order").addEventListener("input", draw);
  element("order").addEventListener("submit", (event) => {
    event.preventDefault();
    send(desk, "PlaceOrder", orderOf(books.open.book, typed()));
  });
  wireTable(element("own-orders"), {
    amend: (number) => amend(order(number), draw),
    cancel: (number) => desk.send("CancelOrder", { book: books.open.book, order: number }),
  });
  element("amendment").addEventListener("submit", (event) => {
    event.preventDefault();
    send(desk, "AmendOrder", amendmentOf(order(amending), element("amend-price").value, element("amend-units").value));
  });
  element("amend-drop").addEventListener("click", () => {
    dropAmendment();
    draw();
  });
  element("cancel-all").addEventListener("click", () => desk.send("CancelOrders", { book: books.open.book }));
}
