// Times as a reader sees them, and what is left until then by the server's clock.

import { languageTag, word } from "./words.js";

const pad = (number) => String(number).padStart(2, "0");

/** Hours, minutes and seconds, days before them where there are any. */
export function left(micros) {
  const seconds = Math.max(0, Math.ceil(micros / 1e6));
  const days = Math.floor(seconds / 86400);
  const time = `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return days ? word("daysLeft", days, time) : time;
}

export function timeOfDay(micros) {
  return new Date(micros / 1000).toLocaleTimeString(undefined, { hour12: false });
}

/** Day, time and zone of the reader. */
export function moment(micros) {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
  return new Date(micros / 1000).toLocaleString(languageTag(), { ...parts, hour12: false, timeZoneName: "short" });
}

/** Counts down whatever says until when; where the connection is lost everything stands still. */
export function tickAll(nowMicros, live) {
  if (!live) {
    return;
  }
  for (const place of document.querySelectorAll("[data-until]")) {
    const text = left(Number(place.dataset.until) - nowMicros);
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }
}
