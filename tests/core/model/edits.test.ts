import { describe, expect, it } from "vitest";
import {
  addCenter,
  applyPatch,
  EDIT_CODES,
  EDITS,
  EMPTY_PLAN,
  freshId,
  isRefusal,
  moveCenter,
  type Patch,
  type PlanState,
  type Refusal,
  removeCenter,
  renameCenter,
  resizeCenter,
  type ServiceCenter,
} from "../../../src/core/model/index.ts";

const center = (id: string, fields: Partial<ServiceCenter> = {}): ServiceCenter => ({
  id,
  name: `centre ${id}`,
  level: "community",
  kind: null,
  lon: 112,
  lat: 28,
  floorArea: 600,
  communityId: null,
  row: 1,
  ...fields,
});

const CENTERS = [center("a"), center("b"), center("c", { floorArea: null })];
const PLAN: PlanState = { ...EMPTY_PLAN, centers: CENTERS };
const NEW = {
  id: "new-1",
  name: " 新中心 ",
  level: "community",
  lon: 113,
  lat: 28,
  floorArea: null,
} as const;

function made(result: Patch | Refusal): Patch {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}

describe("edits of centres", () => {
  it("moves one and leaves the others the same objects", () => {
    const { centers: after } = applyPatch(PLAN, made(moveCenter(PLAN, { id: "b", lon: 112.5, lat: 28.5 })));
    expect(after[1]).toEqual(center("b", { lon: 112.5, lat: 28.5 }));
    expect(after[0]).toBe(CENTERS[0]);
    expect(after[2]).toBe(CENTERS[2]);
    expect(CENTERS[1]!.lon).toBe(112);
  });

  it("adds at the end with trimmed name, no row and unknown area kept unknown", () => {
    const { centers: after } = applyPatch(PLAN, made(addCenter(PLAN, NEW)));
    expect(after).toHaveLength(4);
    expect(after[3]).toMatchObject({ id: "new-1", name: "新中心", floorArea: null, row: 0, kind: null });
  });

  it("resizes, renames and removes", () => {
    expect(
      applyPatch(PLAN, made(resizeCenter(PLAN, { id: "a", floorArea: 702 }))).centers[0]!.floorArea,
    ).toBe(702);
    expect(
      applyPatch(PLAN, made(resizeCenter(PLAN, { id: "a", floorArea: null }))).centers[0]!.floorArea,
    ).toBeNull();
    expect(applyPatch(PLAN, made(renameCenter(PLAN, { id: "a", name: " x " }))).centers[0]!.name).toBe("x");
    expect(applyPatch(PLAN, made(removeCenter(PLAN, { id: "b" }))).centers.map(({ id }) => id)).toEqual([
      "a",
      "c",
    ]);
  });

  it.each([
    ["center.unknown", moveCenter(PLAN, { id: "z", lon: 1, lat: 1 })],
    ["center.unknown", removeCenter(PLAN, { id: "z" })],
    ["center.duplicateId", addCenter(PLAN, { ...NEW, id: "a" })],
    ["position.invalid", moveCenter(PLAN, { id: "a", lon: 181, lat: 1 })],
    ["position.invalid", moveCenter(PLAN, { id: "a", lon: 1, lat: Number.NaN })],
    ["position.invalid", addCenter(PLAN, { ...NEW, lat: 90 })],
    ["floorArea.invalid", resizeCenter(PLAN, { id: "a", floorArea: 0 })],
    ["floorArea.invalid", resizeCenter(PLAN, { id: "a", floorArea: Number.NaN })],
    ["floorArea.invalid", addCenter(PLAN, { ...NEW, floorArea: -1 })],
    ["name.blank", renameCenter(PLAN, { id: "a", name: "  " })],
    ["name.blank", addCenter(PLAN, { ...NEW, name: "" })],
    ["nothingChanged", moveCenter(PLAN, { id: "a", lon: 112, lat: 28 })],
    ["nothingChanged", resizeCenter(PLAN, { id: "c", floorArea: null })],
  ])("refuses with %s", (code, result) => {
    expect(result).toEqual({ refused: code });
  });

  it("finds an id nobody has, in any of the lists", () => {
    expect(freshId(CENTERS)).toBe("new-1");
    expect(freshId([center("new-1")], [center("new-2")])).toBe("new-3");
  });

  it("throws when a patch is applied to a list it was not made for", () => {
    const patch = made(removeCenter(PLAN, { id: "b" }));
    expect(() => applyPatch({ ...PLAN, centers: CENTERS.slice(1) }, patch)).toThrow(/changes b at 1/);
  });

  it("has every verb in the table", () => {
    expect(Object.keys(EDITS)).toEqual([...EDIT_CODES]);
    for (const code of EDIT_CODES) expect(EDITS[code]).toBeTypeOf("function");
  });
});
