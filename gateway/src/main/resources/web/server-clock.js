// The server's clock as the page knows it: how far it is from a clock of this machine that nobody sets.

const SAMPLES = 5;
const APART_MICROS = 1000000;

/** Whole microseconds of a clock that goes forward alone, whatever the machine's date is set to. */
function steadyMicros() {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}

export class ServerClock {
  constructor() {
    this.offsetMicros = 0;
  }

  micros() {
    return steadyMicros() + this.offsetMicros;
  }

  /** Learns how far the server's clock is: the sample with the shortest way counts. ask(t0) promises t1 and t2 of the reply. */
  async sync(ask) {
    let shortest = Infinity;
    for (let i = 0; i < SAMPLES; i++) {
      const sent = steadyMicros();
      const { t1, t2 } = await ask(sent);
      const back = steadyMicros();
      if (back - sent < shortest) {
        shortest = back - sent;
        this.offsetMicros = (t1 + t2 - sent - back) / 2;
      }
    }
  }

  /** Whether the server has just told a time far from this one: in some browsers a steady clock stands while the machine sleeps. */
  isApart(toldMicros) {
    return Math.abs(toldMicros - this.micros()) > APART_MICROS;
  }
}
