// Shows the unit books: all at a glance, and the open one with its phase, limits, levels and trades.

import { moment, timeOfDay } from "./clock.js";
import { phaseWord, surplus } from "./books.js";
import { fen, grouped, yuan } from "./money.js";
import { element, mark, say } from "./page.js";
import { fill, fillFacts, wireTable } from "./table.js";
import { titled, word } from "./words.js";

const LEVELS = 10;
const LISTED = 200;
const TIMES = ["callAt", "crossAt", "closingCallAt", "closesAt"];
const TOLD_CAUSES = ["VOLATILITY", "NO_PRICE", "OUTAGE", "FAULT"];

function amount(price) {
  return price ? yuan(price) : "—";
}

function line(book, current) {
  const title = { does: "choose", text: `${book.book} · ${titled(book.title)}` };
  return { key: book.book, cells: [title, word(phaseWord(book)), amount(book.lastPrice), amount(book.bid), amount(book.ask), book.asset], current };
}

function limit(price, units) {
  return price ? word("best", yuan(price), grouped(units)) : "—";
}

function facts(book) {
  const due = book.until ? [[word(`due${book.phase}`), { until: book.until }], [word("dueAt"), moment(book.until)]] : [];
  return [
    [word("lastPrice"), amount(book.lastPrice)],
    [word("bestBid"), limit(book.bid, book.bidQuantity)],
    [word("bestAsk"), limit(book.ask, book.askQuantity)],
    ...due,
    [word("volume"), grouped(book.volume)],
    [word("tradeCount"), grouped(book.trades)],
  ];
}

/** What a running call would cross at, and what would be left. */
function callFacts(book) {
  if (book.phase !== "CALL") {
    return [];
  }
  const rest = surplus(book);
  return [
    [word("indicated"), book.indicatedVolume ? yuan(book.indicated) : word("nothingCrosses")],
    [word("indicatedVolume"), grouped(book.indicatedVolume)],
    [word("surplus"), rest ? word(rest[0], grouped(rest[1])) : word("noSurplus")],
  ];
}

/** Hundredths of a percent as a percentage, exactly. */
function percent(band) {
  return `${Math.trunc(band / 100)}.${String(band % 100).padStart(2, "0")}`.replace(/\.?0+$/, "");
}

function terms(book) {
  const given = book.terms;
  return [
    [word("reference"), amount(book.lastPrice || book.reference)],
    [word("band"), given.band ? word("bandOf", percent(given.band)) : word("noBand")],
    [word("tick"), yuan(fen(given.tick))],
    [word("limits"), `${yuan(fen(given.lowest))} – ${yuan(fen(given.highest))}`],
    ...(book.maxOpenOrders ? [[word("maxOpenOrders"), grouped(book.maxOpenOrders)]] : []),
    ...TIMES.filter((name) => (book.day || {})[name]).map((name) => [word(name), moment(book.day[name])]),
  ];
}

function why(book) {
  const cause = TOLD_CAUSES.includes(book.cause) ? word(`bookCause${book.cause}`) : "";
  return [cause, book.reason ? word("phaseReason", book.reason) : ""].filter(Boolean).join(" · ");
}

function side(level, cells) {
  return level ? cells(grouped(level.orders), grouped(level.quantity), level.price ? yuan(level.price) : word("atMarket")) : ["", "", ""];
}

function showDepth(books) {
  const rows = books.depth(LEVELS);
  fill(element("depth"), rows.map(({ bid, ask }, place) => ({
    key: place,
    cells: [...side(bid, (orders, units, price) => [orders, units, price]), ...side(ask, (orders, units, price) => [price, units, orders])],
  })));
  const more = !books.complete || Math.max(books.bids.size, books.asks.size) > LEVELS;
  say("depth-none", rows.length === 0 ? word("emptyDepth") : more ? word("depthPart") : "");
}

function showTrades(books) {
  fill(element("trades"), books.trades.map((trade) => ({
    key: trade.trade,
    cells: [timeOfDay(trade.at), yuan(fen(trade.price)), grouped(trade.quantity), word(`taker${trade.taker}`)],
    kind: trade.taker,
  })));
  say("trades-none", books.trades.length ? "" : word("noTrades"));
}

function showOpen(books) {
  const book = books.open;
  say("book-title", `${book.book} · ${titled(book.title)}`);
  mark("book-phase", phaseWord(book), word(phaseWord(book)));
  say("book-asset", book.asset);
  say("book-note", why(book));
  fillFacts(element("book-facts"), facts(book));
  fillFacts(element("call-facts"), callFacts(book));
  fillFacts(element("book-terms"), terms(book));
  showDepth(books);
  showTrades(books);
}

/** The numbers of all books, in their order. */
export function numbers(books) {
  return [...books.all.keys()].sort((one, other) => one - other);
}

export function showBooks(books, number) {
  const all = numbers(books);
  const shown = all.slice(0, LISTED);
  fill(element("books"), shown.map((each) => line(books.all.get(each), each === number)));
  say("books-none", all.length === 0 ? word("noBooks") : all.length > LISTED ? word("moreBooks", all.length - LISTED) : "");
  const open = Boolean(books.open && books.open.book === number);
  for (const id of ["book", "trade", "own", "book-trades"]) {
    element(id).hidden = !open;
  }
  if (open) {
    showOpen(books);
  }
}

export function wireBooks(places) {
  wireTable(element("books"), { choose: (number) => places.go("books", number) });
}
