// Which view is open, and which listing, deal or book in it; kept in the address, so that a link and a reload lead back.

const VIEWS = ["lots", "listings", "deals", "books"];

export class Places {
  /** changed() is called whenever the address or a button has led elsewhere. */
  constructor(changed) {
    this.changed = changed;
    this.view = "lots";
    this.chosen = { listings: 0, deals: 0, books: 0 };
  }

  /** Reads the address; answers what else it says. */
  read() {
    const given = new URLSearchParams(location.hash.slice(1));
    this.view = VIEWS.includes(given.get("view")) ? given.get("view") : "lots";
    if (this.view in this.chosen) {
      this.chosen[this.view] = Number(given.get("number")) || 0;
    }
    return given;
  }

  /** Writes the address without whatever else it said. */
  write() {
    const number = this.chosen[this.view] ? `&number=${this.chosen[this.view]}` : "";
    const place = this.view === "lots" ? location.pathname : `#view=${this.view}${number}`;
    history.replaceState(null, "", place);
  }

  go(view, number) {
    this.view = view;
    if (number !== undefined && view in this.chosen) {
      this.chosen[view] = number;
    }
    this.write();
    this.changed();
  }

  /** What is chosen in the view, if it is there; else the first there is, 0 where there is none. */
  among(view, numbers) {
    return numbers.includes(this.chosen[view]) ? this.chosen[view] : numbers[0] || 0;
  }
}
