// Registers and matters from tables and into tables, on the demo district with the real readers and writers: what is
// exported is read again as it was, in both languages; what cannot be taken is named with file, row, field and remedy.

import { beforeEach, describe, expect, it } from "vitest";
import {
  exportMatters,
  exportRegister,
  importMatters,
  importRegister,
} from "../../../../src/app/commands/records/exchange-records.ts";
import {
  addMatter,
  emptyRow,
  putMatters,
  putRows,
  sayNone,
  usualKind,
  withValue,
} from "../../../../src/app/commands/records/put-row.ts";
import { placesOf } from "../../../../src/app/state/record-places.ts";
import { type DemoApp, demoApp } from "../../../helpers/demo-app.ts";
import { readPack } from "../../../helpers/demo-scene.ts";

const hunan = readPack("hunan-2022");
const registerOf = (id: string) => hunan.registers!.find((register) => register.id === id)!;
const station = registerOf("station");
const kinds = hunan.matters ?? [];

let app: DemoApp;
beforeEach(async () => {
  app ??= await demoApp();
  app.store.setState(app.store.getInitialState(), true);
  app.downloads.length = 0;
});
const plan = () => app.store.getState().history.plan;
const communities = () => placesOf(app.store.getState(), "community");
const say = (language: "zh-CN" | "en") =>
  app.store.setState(({ settings }) => ({ settings: { ...settings, language } }));
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const downloaded = (): File => {
  const [{ name, content } = { name: "", content: "" }] = app.downloads.splice(0);
  return file(name, typeof content === "string" ? content : new Uint8Array(content));
};

describe.each(["zh-CN", "en"] as const)("tables in %s", (language) => {
  it("bring a register back as it was: values, places without any, and that the list is whole", async () => {
    say(language);
    const row = { ...emptyRow(station, communities()[0]!, "东门站"), id: "station:x" };
    const sign = withValue(row, "hasSign", "yes", 1);
    const place = withValue({ ...row, id: "station:y", name: "西门站" }, "hasSign", "yes", 0);
    putRows(app, [sign, withValue(place, "source", "choice", station.attributes.at(-1)!.options![0]!.id)]);
    sayNone(app, station, communities()[1]!.id, true);
    sayNone(app, station, null, true);
    const facts = () =>
      plan().registers.map(({ name, placeId, numbers, texts, none = false }) =>
        none ? { placeId, none } : { name, placeId, numbers, texts, none },
      );
    const before = facts();
    await exportRegister(app, station, plan().registers);
    app.store.setState(app.store.getInitialState(), true);
    say(language);
    const taken = await importRegister(app, station, downloaded());
    expect(taken).toMatchObject({ rows: 4, said: [] });
    expect(facts()).toEqual(before);
  });

  it("bring matters back with their history, their points and their days", async () => {
    say(language);
    const id = addMatter(app, kinds[0]!, "路灯不亮");
    for (const kind of kinds.slice(1)) addMatter(app, kind, kind.name.en);
    const moves = [{ from: "ordered", to: "assigned", date: "2026-01-01", by: "网格站" }];
    const filled = plan().matters.map((matter, at) => {
      const texts = Object.fromEntries(kinds[at]!.fields.map((field) => [field.id, `${field.id} of ${at}`]));
      return { ...matter, texts };
    });
    const [first, ...rest] = filled;
    putMatters(app, [{ ...first!, state: "assigned", moves, position: [112.98, 28.2] }, ...rest]);
    const before = plan().matters;
    await exportMatters(app, kinds, before);
    const steps = app.store.getState().history.past.length;
    const taken = await importMatters(app, kinds, downloaded());
    expect(taken).toMatchObject({ rows: kinds.length, said: [] });
    expect(plan().matters, "each kind by its own fields, though they share names").toEqual(before);
    expect(before[0]!.id).toBe(id);
    expect(app.store.getState().history.past, "what stays as it is is no edit").toHaveLength(steps);
  });
});

describe("what a table cannot bring", () => {
  it("is named with file, row, field and what to do, and never with a flag of the command line", async () => {
    say("en");
    const [place] = communities();
    const rows = [
      "name,place,resident name,hasSign,colour of the door",
      `East,${place!.name},Somebody,yes,blue`,
      "West,Nowhere,Somebody,yes,",
      `South,${place!.name},Somebody,perhaps,`,
    ];
    const taken = await importRegister(app, station, file("stations.csv", `${rows.join("\n")}\n`));
    expect(taken?.rows).toBe(1);
    const said = taken?.said.join("\n") ?? "";
    expect(said).toMatch(/stations\.csv, column “resident name”: .*import again/);
    expect(said).toMatch(/stations\.csv, row 2: there is no place “Nowhere”.*Check the id/);
    expect(said).toMatch(/stations\.csv, row 3, .*“perhaps”.*Write 1 or 0/);
    expect(said).toMatch(/stations\.csv, column “colour of the door”: .*import again/);
    expect(said).not.toMatch(/--|Somebody/);
    expect(JSON.stringify(plan().registers)).not.toContain("Somebody");
  });

  it("an empty list is asked about, not taken for none", async () => {
    say("en");
    const taken = await importRegister(app, station, file("none.csv", "name,place\n"));
    expect(taken?.said.join("\n")).toMatch(/none\.csv.*tick “The list is complete”/s);
    expect(plan().registers).toEqual([]);
  });

  it("a move that a workflow does not have is set aside in the words of its states", async () => {
    say("en");
    const table = (state: string) =>
      file("back.csv", `id,kind,matter,state,Unit in charge\nM1,Orders,Lamp,${state},Works\n`);
    await importMatters(app, kinds, table("assigned"));
    const taken = await importMatters(app, kinds, table("rated"));
    expect(taken).toMatchObject({ rows: 0 });
    expect(taken?.said[0]).toMatch(/^back\.csv, row 1, State: .*“assigned → rated”; go step by step/);
    expect(plan().matters).toMatchObject([{ state: "assigned", moves: [] }]);
  });
});

it("begins a new matter as the last one, else with the pack's first kind", () => {
  expect(usualKind(kinds, [])?.id).toBe(kinds[0]!.id);
  expect(usualKind(kinds, [{ kind: "event" }, { kind: "task" }, { kind: "of another pack" }])?.id).toBe(
    "task",
  );
  expect(usualKind([], [{ kind: "task" }])).toBeUndefined();
});
