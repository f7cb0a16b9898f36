// Edits of packs and edits of the plan in one line of undo: each is taken back in its turn, and what was given up for a
// new edit never comes back.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { addCenter } from "../../../src/app/commands/add-center.ts";
import { changeRule, copyPack, removePack } from "../../../src/app/commands/packs/own-packs.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { canRedo, canUndo } from "../../../src/app/state/pack-steps.ts";
import { packOf } from "../../../src/app/state/plan-selectors.ts";
import { createEngine } from "../../../src/core/engine/index.ts";
import type { RulePack } from "../../../src/core/standards/index.ts";
import { type TestApp, testApp } from "../app-fixture.ts";

const FILE = new URL("../../../data/standards/hunan-2022.json", import.meta.url);
const hunan = JSON.parse(readFileSync(FILE, "utf8")) as RulePack;

function app(): TestApp {
  const engine = createEngine({
    pause: async () => undefined,
    decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
  });
  const made = { ...testApp(), engine };
  made.store.setState({ packs: [hunan] });
  return made;
}

const facts = ({ store }: TestApp) => {
  const { ownPacks, settings, history } = store.getState();
  const value = ownPacks[0]?.rules.find(({ id }) => id === "HN-06")?.value ?? null;
  return [ownPacks.length, settings.packId, value, history.plan.centers.length];
};

it("takes back edits of packs and of the plan in turn, and makes them again", async () => {
  const own = app();
  const [centers, seen] = [own.store.getState().history.plan.centers.length, [facts(own)]];
  copyPack(own, hunan);
  seen.push(facts(own));
  addCenter(own, 113, 28, "New");
  seen.push(facts(own));
  await changeRule(own, packOf(own.store.getState())!, "HN-06", { value: 40 });
  seen.push(facts(own));
  removePack(own, packOf(own.store.getState())!);
  seen.push(facts(own));
  expect(seen).toEqual([
    [0, "hunan-2022", null, centers],
    [1, "own-hunan-2022", 30, centers],
    [1, "own-hunan-2022", 30, centers + 1],
    [1, "own-hunan-2022", 40, centers + 1],
    [0, "hunan-2022", null, centers + 1],
  ]);
  for (const before of seen.slice(0, -1).reverse()) {
    stepHistory(own, "undo");
    expect(facts(own)).toEqual(before);
  }
  expect(canUndo(own.store.getState())).toBe(false);
  for (const after of seen.slice(1)) {
    stepHistory(own, "redo");
    expect(facts(own)).toEqual(after);
  }
  expect(canRedo(own.store.getState())).toBe(false);
});

it("gives up what was taken back when something new is done, be it to packs or to the plan", () => {
  const own = app();
  copyPack(own, hunan);
  stepHistory(own, "undo");
  addCenter(own, 113, 28, "New");
  stepHistory(own, "undo");
  expect(facts(own)[0], "the copy was given up for the centre").toBe(0);
  stepHistory(own, "redo");
  expect(facts(own)[0]).toBe(0);
  stepHistory(own, "undo");
  copyPack(own, hunan);
  expect(canRedo(own.store.getState()), "and the centre for the copy").toBe(false);
});

it("leaves a pack in force that was chosen meanwhile", () => {
  const own = app();
  copyPack(own, hunan);
  own.store.setState(({ settings }) => ({ settings: { ...settings, packId: "wuhan-2015" } }));
  stepHistory(own, "undo");
  expect(facts(own).slice(0, 2)).toEqual([0, "wuhan-2015"]);
});

it("changes nothing for who only looks on", () => {
  const own = app();
  copyPack(own, hunan);
  own.store.setState(({ keeping }) => ({ keeping: { ...keeping, role: "reader" } }));
  stepHistory(own, "undo");
  expect(facts(own)[0]).toBe(1);
});
