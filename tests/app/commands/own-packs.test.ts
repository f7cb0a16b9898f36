// Packs copied in a project: edited through the checker, marked as edited, read back from a stored project; what the
// checker refuses changes nothing.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { changeRule, copyPack, readOwnPacks, removePack } from "../../../src/app/commands/packs/own-packs.ts";
import { packOf } from "../../../src/app/state/plan-selectors.ts";
import { analysisKey } from "../../../src/app/state/result-keys.ts";
import { savedPacksOf } from "../../../src/app/state/saved-project-of.ts";
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

const inForce = ({ store }: TestApp): RulePack => {
  const pack = packOf(store.getState());
  if (pack === null) throw new Error("no pack is in force");
  return pack;
};

it("edits a copy and leaves the pack as it is", async () => {
  const own = app();
  copyPack(own, hunan);
  const copy = inForce(own);
  expect(copy).toMatchObject({
    id: "own-hunan-2022",
    name: { zh: "湖南 2022（自改）", en: "Hunan 2022 (edited)" },
    basedOn: { id: "hunan-2022", edition: "2022-05-27" },
  });
  const before = analysisKey(own.store.getState());
  expect(await changeRule(own, copy, "HN-06", { value: 40 })).toEqual([]);
  const rule = inForce(own).rules.find(({ id }) => id === "HN-06");
  expect(rule).toMatchObject({ value: 40, edited: true });
  expect(analysisKey(own.store.getState()), "the edited copy is judged anew").not.toBe(before);
  expect(own.store.getState().packs).toEqual([hunan]);
});

it("refuses what the checker refuses, and says where", async () => {
  const own = app();
  copyPack(own, hunan);
  const copy = inForce(own);
  const [problem] = await changeRule(own, copy, "HN-19", { value: [500, 300] });
  expect(problem).toMatchObject({ subject: "HN-19", code: "value" });
  expect(inForce(own)).toBe(copy);
});

it("names a second copy apart, and goes back to the first pack when a copy is deleted", () => {
  const own = app();
  copyPack(own, hunan);
  copyPack(own, inForce(own));
  expect(own.store.getState().ownPacks.map(({ id }) => id)).toEqual(["own-hunan-2022", "own-hunan-2022-2"]);
  expect(inForce(own).name.zh).toBe("湖南 2022（自改）");
  removePack(own, inForce(own));
  expect(inForce(own)).toBe(hunan);
});

it("comes back from a stored project; what cannot be read is kept as it is", async () => {
  const own = app();
  copyPack(own, hunan);
  const strange = { id: "later", language: 9 };
  own.store.setState({ unreadPacks: [strange] });
  const stored = JSON.parse(JSON.stringify(savedPacksOf(own.store.getState())));
  expect(await readOwnPacks(own, stored)).toEqual({
    ownPacks: own.store.getState().ownPacks,
    unreadPacks: [strange],
  });
});
