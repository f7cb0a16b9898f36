import { describe, expect, it } from "vitest";
import { gridByRecord, judgedNet } from "../../../src/app/state/judged-net.ts";
import { gridOf } from "../../../src/core/model/index.ts";

const grid = (id: string, more: object = {}) => gridOf({ id, name: "", communityId: "C", ...more });
const numbersOf = (posts: Record<string, number | null>) =>
  judgedNet({ grids: [grid("a", { posts })], members: { grid: [], micro: [] } }).net?.grids.records[0]
    ?.numbers;

describe("judgedNet", () => {
  it("leaves judging to the files' grids while the plan has none", () => {
    expect(judgedNet({ grids: [], members: { grid: [""], micro: [""] } })).toEqual({});
  });

  it("names grids by code and puts each residence in its row; micro-grids are no grids", () => {
    const grids = [grid("a", { code: "001" }), grid("m", { parentId: "a" }), grid("b", { kind: "market" })];
    const { net } = judgedNet({ grids, members: { grid: ["b", "", "a"], micro: ["", "", "m"] } });
    expect(net?.grids.records.map(({ id, setAside = false }) => [id, setAside])).toEqual([
      ["001", false],
      ["b", true],
    ]);
    expect([...(net?.residenceGrid ?? [])]).toEqual([1, -1, 0]);
    expect(gridByRecord({ grids }, "001")?.id).toBe("a");
  });

  it("says of micro-grids who is in one of its own grid, and nothing where there are none", () => {
    const grids = [grid("a"), grid("b"), grid("m", { parentId: "a" }), grid("n", { parentId: "b" })];
    const { net } = judgedNet({ grids, members: { grid: ["a", "a", "b", "b"], micro: ["m", "n", "n", ""] } });
    expect([...(net?.residenceMicro ?? [])]).toEqual([0, -1, 1, -1]);
    const without = judgedNet({ grids: [grid("a")], members: { grid: ["a"], micro: [""] } });
    expect(without.net?.residenceMicro).toBeUndefined();
  });

  it("counts party bodies from branches and groups, and never takes unknown for none", () => {
    expect(numbersOf({ partyBranches: 1, partyGroups: 2 })?.["partyOrgs"]).toBe(3);
    expect(numbersOf({ partyBranches: 1 })?.["partyOrgs"]).toBe(1);
    expect(numbersOf({ partyBranches: 0 })?.["partyOrgs"]).toBeUndefined();
    expect(numbersOf({ partyBranches: 0, partyGroups: 0 })?.["partyOrgs"]).toBe(0);
    expect(numbersOf({ partyOrgs: 2, gridWorkers: null })).toEqual({ partyOrgs: 2 });
  });
});
