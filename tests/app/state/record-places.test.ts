// Places that rows and matters belong to, on the demo district: by the words of places, by rows of another register, and
// by the plan's own grids once it has some; how far a register is listed; and the way from a place to the map and back.

import { beforeEach, expect, it } from "vitest";
import { editPlan } from "../../../src/app/commands/edit-plan.ts";
import { emptyRow, putRows, sayNone } from "../../../src/app/commands/records/put-row.ts";
import {
  listingOf,
  matterPlaces,
  nonesOf,
  placesOf,
  rowsOf,
  selectedPlace,
  selectionOf,
} from "../../../src/app/state/record-places.ts";
import type { Register } from "../../../src/core/standards/index.ts";
import { type DemoApp, demoApp } from "../../helpers/demo-app.ts";

const STATION: Register = {
  id: "station",
  name: { zh: "服务站", en: "Station" },
  place: "community",
  attributes: [],
};

let app: DemoApp;
beforeEach(async () => {
  app ??= await demoApp();
  app.store.setState(app.store.getInitialState(), true);
});
const state = () => app.store.getState();
const plan = () => state().history.plan;

it("knows places by their words, and rows of a register as places of another", () => {
  const { baseline } = state().project!.imported;
  expect(placesOf(state(), "district")).toEqual([{ id: "district", name: baseline!.name }]);
  expect(placesOf(state(), "community")).toBe(baseline!.communities.records);
  expect(placesOf(state(), "center")).toBe(plan().centers);
  expect(placesOf(state(), "station")).toEqual([]);
  const [community] = placesOf(state(), "community");
  putRows(app, [emptyRow(STATION, community!, "East gate")]);
  expect(placesOf(state(), "station").map(({ name }) => name)).toEqual(["East gate"]);
  expect(matterPlaces(state()).some(({ id }) => id === community!.id)).toBe(true);
});

it("takes the plan's own grids in place of those of the files, by their codes", () => {
  expect(placesOf(state(), "grid").length).toBeGreaterThan(200);
  const communityId = placesOf(state(), "community")[0]!.id;
  editPlan(app, "grid.add", { id: "g1", name: "First", communityId, code: "001" });
  expect(placesOf(state(), "grid").map(({ id }) => id)).toEqual(["001"]);
  expect(selectedPlace({ kind: "grid", id: "g1" }, plan())).toEqual({ kind: "grid", id: "001" });
  expect(selectionOf(state(), "001")).toEqual({ kind: "grid", id: "g1" });
});

it("leads from a place to the map, and knows none for what has no thing of its own", () => {
  const [community] = placesOf(state(), "community");
  const selection = { kind: "community", id: community!.id } as const;
  expect(selectionOf(state(), community!.id)).toEqual(selection);
  expect(selectedPlace(selection, plan())).toEqual(selection);
  expect(selectionOf(state(), placesOf(state(), "subdistrict")[0]!.id)).toBeNull();
  expect(selectionOf(state(), null)).toBeNull();
  expect(selectedPlace({ kind: "residence", index: 0 }, plan())).toBeNull();
  expect(selectedPlace({ kind: "grid", id: "gone" }, plan())).toBeNull();
});

it("tells a register nobody spoke of from one listed in part and one that is whole", () => {
  const [first, second] = placesOf(state(), "community");
  expect(listingOf(plan(), "station")).toBe("none");
  sayNone(app, STATION, first!.id, true);
  expect(listingOf(plan(), "station")).toBe("part");
  putRows(app, [emptyRow(STATION, second!, "East gate")]);
  expect(rowsOf(plan(), "station").map(({ name }) => name)).toEqual(["East gate"]);
  expect(nonesOf(plan(), "station").map(({ placeId }) => placeId)).toEqual([first!.id]);
  sayNone(app, STATION, null, true);
  expect(listingOf(plan(), "station")).toBe("whole");
  sayNone(app, STATION, null, false);
  expect(listingOf(plan(), "station")).toBe("part");
});
