// Themes of registers and pins of matters on the demo district: each place has the colour of what is recorded of it, a
// place that nobody spoke of has none, and the legend counts every place once.

import { beforeAll, describe, expect, it } from "vitest";
import { editPlan } from "../../../src/app/commands/edit-plan.ts";
import {
  addMatter,
  emptyRow,
  putMatters,
  putRows,
  sayNone,
  withValue,
} from "../../../src/app/commands/records/put-row.ts";
import { DESK_DICTIONARIES } from "../../../src/app/i18n/use-desk-text.ts";
import type { MapOverlay } from "../../../src/app/state/app-state.ts";
import { matterPlaces } from "../../../src/app/state/matter-places.ts";
import { overlayOf } from "../../../src/app/state/overlay-of.ts";
import { placesOf } from "../../../src/app/state/record-places.ts";
import type { EditCode, EditInputs } from "../../../src/core/model/index.ts";
import type { Register, RulePack } from "../../../src/core/standards/index.ts";
import { type DemoApp, demoApp } from "../../helpers/demo-app.ts";
import { readPack } from "../../helpers/demo-scene.ts";

const TODAY = "2026-01-01";
const base = readPack("hunan-2022");
const LIGHT: Register = {
  id: "light",
  name: { zh: "三色", en: "Lights" },
  place: "community",
  attributes: [
    {
      id: "color",
      name: { zh: "颜色", en: "Colour" },
      type: "colour",
      options: [
        { id: "red", name: { zh: "红", en: "red" }, colour: "#cc0000" },
        { id: "green", name: { zh: "绿", en: "green" }, colour: "#00aa00" },
      ],
    },
    { id: "score", name: { zh: "得分", en: "Score" }, type: "number" },
  ],
};
const pack: RulePack = { ...base, registers: [...(base.registers ?? []), LIGHT] };

let fresh: DemoApp;
let app: DemoApp;
beforeAll(async () => {
  fresh = await demoApp();
});
const start = (): DemoApp => {
  const state = fresh.store.getInitialState();
  fresh.store.setState(state, true);
  return fresh;
};

const words = { ...DESK_DICTIONARIES.en.overlay, ...DESK_DICTIONARIES.en.registers };
const shown = (overlay: MapOverlay) => {
  const { project, history } = app.store.getState();
  const scene = overlayOf(overlay, { project, history, net: null }, pack, "en", words, TODAY);
  if (scene === null) throw new Error("nothing is shown");
  return scene;
};
const legend = (overlay: MapOverlay) =>
  Object.fromEntries(shown(overlay).legend.map(({ label, count }) => [label, count]));
const communities = () => placesOf(app.store.getState(), "community");

/** A row of LIGHT at the nth community. */
const row = (nth: number, name: string, color: string, score: number) => {
  const made = { ...emptyRow(LIGHT, communities()[nth]!, name), id: `light:${nth}/${name}` };
  return withValue(withValue(made, "color", "colour", color), "score", "number", score);
};

describe("a register as a theme", () => {
  it("colours what is recorded, hatches the rest, and says where rows differ", () => {
    app = start();
    putRows(app, [
      row(0, "a", "red", 1),
      row(1, "a", "green", 2),
      row(2, "a", "red", 3),
      row(2, "b", "green", 4),
    ]);
    const theme = { kind: "register", register: "light", attribute: "color" } as const;
    const { areas } = shown(theme);
    expect(areas.colors.slice(0, 4)).toEqual(["#cc0000", "#00aa00", expect.any(String), null]);
    expect(new Set(areas.colors.slice(0, 3)).size, "rows that differ have a colour of their own").toBe(3);
    const all = communities().length;
    expect(legend(theme)).toEqual({ red: 1, green: 1, [words.mixed]: 1, [words.noData]: all - 3 });
  });

  it("counts entries: none where there is said to be none, nothing where nobody spoke", () => {
    app = start();
    const theme = { kind: "register", register: "light", attribute: null } as const;
    putRows(app, [row(0, "a", "red", 1), row(2, "a", "red", 1), row(2, "b", "red", 1)]);
    sayNone(app, LIGHT, communities()[1]!.id, true);
    const all = communities().length;
    expect(legend(theme)).toMatchObject({
      "0 entries": 1,
      "1 entry": 1,
      "2 entries": 1,
      [words.noData]: all - 3,
    });
    sayNone(app, LIGHT, null, true);
    expect(legend(theme)).toMatchObject({ "0 entries": all - 2, [words.noData]: 0 });
    sayNone(app, LIGHT, null, false);
    expect(legend(theme)).toMatchObject({ "0 entries": 1 });
  });

  it("puts numbers in steps from few to many", () => {
    app = start();
    putRows(
      app,
      [1, 2, 3, 4, 5, 6, 7, 8].map((score, nth) => row(nth, "a", "red", score)),
    );
    const theme = { kind: "register", register: "light", attribute: "score" } as const;
    expect(shown(theme).legend.map(({ label, count }) => [label, count])).toEqual([
      ...["1–2", "3–4", "5–6", "7–8"].map((label) => [label, 2]),
      [words.noData, communities().length - 8],
    ]);
  });

  it("rings every centre", () => {
    app = start();
    const { dots, areas } = shown({ kind: "register", register: "center", attribute: "inFacilityPlan" });
    expect(dots).toHaveLength(app.store.getState().history.plan.centers.length);
    expect(dots.every(({ ring, color }) => ring && color === null)).toBe(true);
    expect(areas.polygons.count).toBe(0);
  });

  it("draws the plan's own grids where it has some, never those of the files in their place", () => {
    app = start();
    drawGrid();
    const theme = { kind: "register", register: "grid", attribute: "chiefLeadsParty" } as const;
    expect(shown(theme).areas.polygons.count).toBe(0);
    expect(legend(theme)).toMatchObject({ [words.noData]: 1 });
    const { project, history } = app.store.getState();
    const files = project!.imported.baseline!.grids;
    const net = { ...files, records: [{ ...files.records[0]!, id: "g1" }] };
    const scene = overlayOf(theme, { project, history, net }, pack, "en", words, TODAY);
    expect(scene?.areas.polygons).toBe(files.polygons);
  });

  it("shows nothing of a register that the pack does not declare", () => {
    const { project, history } = fresh.store.getState();
    const theme = { kind: "register", register: "nowhere", attribute: null } as const;
    expect(overlayOf(theme, { project, history, net: null }, pack, "en", words, TODAY)).toBeNull();
  });
});

describe("matters as pins", () => {
  const kind = (pack.matters ?? [])[0]!;
  const add = (name: string, change: object): void => {
    const id = addMatter(app, kind, name);
    const matter = app.store.getState().history.plan.matters.find((one) => one.id === id)!;
    putMatters(app, [{ ...matter, ...change }]);
  };

  it("stand at communities, at grids drawn in the plan, and at points of their own", () => {
    app = start();
    drawGrid();
    const community = communities()[0]!.id;
    add("at a community", { placeId: community });
    add("beside it", { placeId: community, opened: "2025-01-01" });
    add("at a grid", { placeId: "g1" });
    add("at a point", { position: [112.9, 28.1] });
    add("of the district", { state: kind.states.find(({ closed }) => closed)!.id });
    const { dots, legend: said } = shown({ kind: "matters" });
    const { baseline } = app.store.getState().project!.imported;
    const at = matterPlaces(baseline!, app.store.getState().history.plan);
    expect(dots.map(({ label, nth, lon, lat }) => [label, nth, lon, lat])).toEqual([
      ["at a community", 0, at.get(community)!.lon, at.get(community)!.lat],
      ["beside it", 1, at.get(community)!.lon, at.get(community)!.lat],
      ["at a grid", 0, at.get("g1")!.lon, at.get("g1")!.lat],
      ["at a point", 0, 112.9, 28.1],
    ]);
    expect(said.map(({ label, count }) => [label, count])).toEqual([
      [words.overdue, 1],
      [words.open, 3],
      [words.closed, 0],
      [words.nowhere, 1],
    ]);
  });

  it("of a grid stand on one of its residences", () => {
    app = start();
    drawGrid();
    const { residences } = app.store.getState().project!.imported.baseline!;
    const place = matterPlaces(
      app.store.getState().project!.imported.baseline!,
      app.store.getState().history.plan,
    ).get("g1")!;
    const rows = MEMBERS.map((member) => [residences.xy[2 * member], residences.xy[2 * member + 1]]);
    expect(rows).toContainEqual([place.lon, place.lat]);
  });
});

const MEMBERS = [3, 4, 5];

/** A grid of three residences in the plan. */
function drawGrid(): void {
  const { project } = app.store.getState();
  const communityId = project!.imported.baseline!.communities.records[0]!.id;
  edit("grid.add", { id: "g1", name: "First", communityId });
  edit("grid.assign", { level: "grid", rows: MEMBERS, gridId: "g1" });
}

function edit<C extends EditCode>(code: C, input: EditInputs[C]): void {
  const refused = editPlan(app, code, input);
  if (refused !== null) throw new Error(refused);
}
