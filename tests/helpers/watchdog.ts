// Watches work that may never give the event loop a turn: a second thread sees how long the present case has been going
// on and how much memory the process holds, and ends the process with the name of the case when either is too much.

import { Worker } from "node:worker_threads";

export interface Watchdog {
  /** The next case begins. */
  readonly begin: (name: string) => void;
  readonly stop: () => Promise<number>;
}

export function startWatchdog(mostSeconds: number, mostMegabytes: number): Watchdog {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const name = new Uint8Array(new SharedArrayBuffer(500));
  const worker = new Worker(WATCH, { eval: true, workerData: { beats, name, mostSeconds, mostMegabytes } });
  worker.unref();
  return {
    begin: (text) => {
      name.fill(0);
      new TextEncoder().encodeInto(text, name);
      Atomics.add(beats, 0, 1);
    },
    stop: () => worker.terminate(),
  };
}

/** Plain JavaScript, as a thread of its own has no TypeScript. */
const WATCH = `
const { workerData: { beats, name, mostSeconds, mostMegabytes } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let [seen, since] = [0, Date.now()];
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== seen) [seen, since] = [beat, Date.now()];
  const megabytes = process.memoryUsage.rss() / 2 ** 20;
  const isLate = beat > 0 && Date.now() - since > 1000 * mostSeconds;
  if (!isLate && megabytes < mostMegabytes) return;
  const text = Buffer.from(name.filter((byte) => byte > 0)).toString();
  writeSync(2, "\\n" + (isLate ? "no end within " + mostSeconds + " s" : Math.round(megabytes) + " MB") + ": " + text + "\\n");
  process.kill(process.pid, "SIGKILL");
}, 250);
`;
