// Tables that change in place, so that nobody's focus is lost: a row is kept by its key, a cell by its place.

function cell(line, place) {
  while (line.cells.length <= place) {
    line.insertCell();
  }
  return line.cells[place];
}

function put(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/**
 * A cell is text, {until} with microseconds that are counted down, or {does, text} for a button that names its act, with a
 * longer label where the text does not say of what.
 */
function fillCell(place, content, key) {
  if (content && content.does) {
    const button = place.querySelector("button") || document.createElement("button");
    if (!button.parentNode) {
      place.replaceChildren(button);
    }
    button.type = "button";
    button.dataset.does = content.does;
    button.dataset.key = key;
    button.disabled = Boolean(content.disabled);
    if (content.label) {
      button.setAttribute("aria-label", content.label);
    }
    put(button, content.text);
  } else if (content && content.until) {
    place.dataset.until = String(content.until);
  } else {
    delete place.dataset.until;
    put(place, String(content));
  }
}

/** rows: {key, cells, current}, in order. */
export function fill(body, rows) {
  const known = new Map([...body.rows].map((line) => [line.dataset.key, line]));
  const lines = rows.map(({ key, cells, current, kind }) => {
    const line = known.get(String(key)) || document.createElement("tr");
    line.dataset.key = String(key);
    line.dataset.kind = kind || "";
    line.setAttribute("aria-current", String(Boolean(current)));
    cells.forEach((content, place) => fillCell(cell(line, place), content, key));
    return line;
  });
  const same = lines.length === body.rows.length && lines.every((line, place) => line === body.rows[place]);
  if (!same) {
    body.replaceChildren(...lines);
  }
}

/** What there is to know of one thing: pairs of a name and a value, a text or {until}. */
export function fillFacts(list, pairs) {
  while (list.children.length > pairs.length) {
    list.lastElementChild.remove();
  }
  pairs.forEach(([name, value], place) => {
    const group = list.children[place] || list.appendChild(document.createElement("div"));
    if (!group.children.length) {
      group.append(document.createElement("dt"), document.createElement("dd"));
    }
    const [term, told] = group.children;
    put(term, name);
    if (value && value.until) {
      told.setAttribute("role", "timer");
    } else {
      told.removeAttribute("role");
    }
    fillCell(told, value, "");
  });
}

/** Calls acts[does](key) where one of the table's buttons is pressed. */
export function wireTable(body, acts) {
  body.addEventListener("click", (click) => {
    const button = click.target.closest("button[data-does]");
    if (button) {
      acts[button.dataset.does](Number(button.dataset.key));
    }
  });
}
