// Rows of registers on their way to the engine, on the demo district: judged by at once, sent once for each state of them,
// and nought only where somebody said so.

import { beforeEach, expect, it } from "vitest";
import { emptyRow, putRows, sayNone } from "../../../../src/app/commands/records/put-row.ts";
import { sendRecords } from "../../../../src/app/commands/records/send-records.ts";
import { placesOf } from "../../../../src/app/state/record-places.ts";
import type { Engine } from "../../../../src/core/engine/index.ts";
import { type DemoApp, demoApp } from "../../../helpers/demo-app.ts";
import { readPack } from "../../../helpers/demo-scene.ts";

const wuhan = readPack("wuhan-2015");
const register = wuhan.registers!.find(({ id }) => id === "govCenter")!;

let app: DemoApp;
let sent: number;
beforeEach(async () => {
  const made = await demoApp();
  sent = 0;
  const run: Engine["run"] = (task, input, options) => {
    if (task === "scene.records") sent++;
    return made.engine.run(task, input, options);
  };
  app = { ...made, engine: { ...made.engine, run } };
});

/** Verdicts of WH-01 by subdistrict, none while the rule is silent. */
async function verdicts(): Promise<string[]> {
  const state = app.store.getState();
  await sendRecords(app, state);
  const { centers } = state.history.plan;
  const input = { scene: state.scene!.scene, centers, walk: state.settings.walk, pack: wuhan };
  const { findings } = await app.engine.run("scene.analyse", input);
  return findings.filter(({ ruleId }) => ruleId === "WH-01").map(({ verdict }) => verdict);
}

it("judges by what is on record, and calls the rest unknown until it is said to be all", async () => {
  const places = placesOf(app.store.getState(), "subdistrict");
  expect(await verdicts(), "nobody spoke").toEqual([]);
  putRows(app, [emptyRow(register, places[0]!, "Centre")]);
  expect(await verdicts()).toEqual(["met", ...places.slice(1).map(() => "unknown")]);
  sayNone(app, register, places[1]!.id, true);
  expect(await verdicts()).toEqual(["met", "unmet", ...places.slice(2).map(() => "unknown")]);
  sayNone(app, register, null, true);
  expect(await verdicts()).toEqual(["met", ...places.slice(1).map(() => "unmet")]);
});

it("takes a register that is given and empty for nought everywhere", async () => {
  sayNone(app, register, null, true);
  expect(new Set(await verdicts())).toEqual(new Set(["unmet"]));
});

it("sends the rows once, and again when they change", async () => {
  const state = () => app.store.getState();
  await sendRecords(app, state());
  expect(sent, "there is nothing to send").toBe(0);
  putRows(app, [emptyRow(register, placesOf(state(), "subdistrict")[0]!, "Centre")]);
  await sendRecords(app, state());
  await sendRecords(app, state());
  expect(sent).toBe(1);
  app.store.setState(app.store.getInitialState(), true);
  await sendRecords(app, state());
  expect(sent, "rows taken back are taken back there too").toBe(2);
  await sendRecords(app, { ...state(), scene: null });
  expect(sent).toBe(2);
});
