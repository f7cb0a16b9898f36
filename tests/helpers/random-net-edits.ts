// Random scripts of edits of grids, members, links and candidates, mixed with those of centres. Ids come from small
// pools, so that two people's edits meet; two communities, and whatever residences the plan has.

import fc from "fast-check";
import {
  type ChangeEntry,
  EDITS,
  type EditCode,
  type EditInputs,
  EMPTY_PLAN,
  editsOf,
  freshId,
  gridOf,
  isRefusal,
  levelOf,
  openHistory,
  type PlanState,
  record,
} from "../../src/core/model/index.ts";
import { centersOf } from "./random-edits.ts";

const VERBS = [
  "adopt",
  "add",
  "micro",
  "assign",
  "assignMicro",
  "free",
  "merge",
  "split",
  "remove",
  "rename",
  "recode",
  "lock",
  "kind",
  "posts",
  "note",
  "link",
  "unlink",
  "candidate",
  "cost",
  "move",
  "close",
] as const;
export type NetAct = readonly [verb: (typeof VERBS)[number], which: number, value: number];

export const netActs = (maxLength = 20): fc.Arbitrary<readonly NetAct[]> =>
  fc.array(
    fc.tuple(fc.constantFrom(...VERBS), fc.nat({ max: 7 }), fc.nat({ max: 5 })) as fc.Arbitrary<NetAct>,
    { maxLength },
  );

/** Three centres and so many residences. */
export const netPlan = (residences = 12): PlanState => {
  const nobody = Array<string>(residences).fill("");
  return { ...EMPTY_PLAN, centers: centersOf(3), members: { grid: nobody, micro: nobody } };
};

interface Wish<C extends EditCode = EditCode> {
  readonly label: C;
  readonly input: EditInputs[C];
}
const wish = <C extends EditCode>(label: C, input: EditInputs[C]): Wish => ({ label, input }) as Wish;

/** The entries a script makes after `before`; minutes apart, so that two people's entries interleave. */
export function playNetActs(
  baseline: PlanState,
  script: readonly NetAct[],
  { before = [], who = "a" }: { before?: readonly ChangeEntry[]; who?: string } = {},
): readonly ChangeEntry[] {
  const opened = openHistory(baseline, { id: "A", name: "方案A", edits: before });
  const end = script.reduce((history, act, index) => {
    const { label, input } = wishOf(history.plan, act);
    const patch = EDITS[label](history.plan, input as never);
    if (isRefusal(patch)) return history;
    const minute = String((index * 7 + act[1] + who.length * 3) % 60).padStart(2, "0");
    const time = `2026-03-01T${String(10 + Math.floor(index / 8))}:${minute}:00Z`;
    return record(history, { label, patch, figures: { households: act[2] }, note: who, time });
  }, opened);
  return editsOf(end);
}

/** The edit an act stands for on a plan; may be refused there. */
export function wishOf(plan: PlanState, [verb, which, value]: NetAct): Wish {
  const count = plan.members.grid.length;
  const rows = [which, which + 1, which + value].filter((row) => row < count);
  const all = plan.grids;
  const tops = all.filter((grid) => levelOf(grid) === "grid");
  const micros = all.filter((grid) => levelOf(grid) === "micro");
  const id = all[which % Math.max(1, all.length)]?.id ?? "none";
  const top = tops[value % Math.max(1, tops.length)];
  const micro = micros[value % Math.max(1, micros.length)];
  const communityId = `c-${which % 2}`;
  const fresh = freshId(all);
  switch (verb) {
    case "adopt":
      return adoption(plan, which, value);
    case "add":
      return wish("grid.add", { id: fresh, name: `grid ${value}`, communityId });
    case "micro": {
      const parentId = top?.id ?? "none";
      return wish("grid.add", {
        id: fresh,
        name: `m${value}`,
        communityId: top?.communityId ?? "",
        parentId,
      });
    }
    case "assign":
      return wish("grid.assign", { level: "grid", rows, gridId: top?.id ?? "none" });
    case "assignMicro": {
      const own = plan.members.grid.flatMap((grid, row) => (grid === micro?.parentId ? [row] : []));
      return wish("grid.assign", {
        level: "micro",
        rows: own.slice(0, 1 + value),
        gridId: micro?.id ?? "none",
      });
    }
    case "free":
      return wish("grid.assign", { level: value % 2 === 0 ? "grid" : "micro", rows, gridId: "" });
    case "merge":
      return wish("grid.merge", { ids: [id, all[value % Math.max(1, all.length)]?.id ?? "none"] });
    case "split": {
      const own = plan.members.grid.flatMap((grid, row) => (grid === top?.id ? [row] : []));
      const created = { id: fresh, name: `part ${value}` };
      return wish("grid.split", { id: top?.id ?? "none", rows: own.slice(0, 1 + (which % 3)), created });
    }
    case "remove":
      return wish("grid.remove", { id });
    case "rename":
      return wish("grid.rename", { id, name: `name ${value}` });
    case "recode":
      return wish("grid.recode", { codes: { [id]: `43${value}` } });
    case "lock":
      return wish("grid.lock", { ids: [id], locked: value > 2 });
    case "kind":
      return wish("grid.setKind", { id, kind: value > 2 ? "market" : "base" });
    case "posts":
      return wish("grid.setPosts", { id, posts: { gridWorkers: value === 0 ? null : value } });
    case "note":
      return wish("grid.note", { id, note: `note ${value}` });
    default:
      return otherWish(plan, [verb, which, value]);
  }
}

function otherWish(plan: PlanState, [verb, which, value]: NetAct): Wish {
  const link = plan.links[which % Math.max(1, plan.links.length)]?.id ?? "none";
  const candidate = plan.candidates[which % Math.max(1, plan.candidates.length)]?.id ?? "none";
  const centre = plan.centers[which % Math.max(1, plan.centers.length)]?.id ?? "none";
  switch (verb) {
    case "link":
      return wish("link.add", {
        ...{ id: freshId(plan.links), name: `bridge ${value}`, kind: "footbridge", level: 1, open: true },
        ...{ line: [112, 28, 112 + value / 1000, 28.001], compound: null },
      });
    case "unlink":
      return value > 2
        ? wish("link.change", { id: link, open: value > 3 })
        : wish("link.remove", { id: link });
    case "candidate":
      return wish("candidate.add", {
        id: freshId(plan.candidates),
        name: `room ${value}`,
        lon: 112,
        lat: 28,
      });
    case "cost":
      return value > 4
        ? wish("candidate.remove", { id: candidate })
        : wish("candidate.change", { id: candidate, cost: value });
    case "move":
      return wish("center.move", { id: centre, lon: 110 + value, lat: 28 });
    default:
      return wish("center.remove", { id: centre });
  }
}

/** The residences of one half in as many grids as `value` says; grids of the half that are there keep their ids. */
function adoption(plan: PlanState, which: number, value: number): Wish {
  const communityId = `c-${which % 2}`;
  const half = plan.members.grid.map((_, row) => row).filter((row) => row % 2 === which % 2);
  const old = plan.grids.filter((grid) => grid.parentId === null && grid.communityId === communityId);
  const wanted = 1 + (value % 3);
  const kept = value % 2 === 0 ? old.slice(0, wanted) : [];
  const grids = [...kept];
  while (grids.length < wanted) {
    const id = freshId(plan.grids, grids);
    grids.push(gridOf({ id, name: `draft ${which} ${value} ${grids.length}`, communityId }));
  }
  const rows = half.slice(0, half.length - (value % 2));
  const places = rows.map((_, i) => i % wanted);
  return wish("grids.adopt", { level: "grid", within: [communityId], grids, rows, gridOf: places });
}

/** What holds for every sound plan, looked at from scratch; the sentences say what does not. */
export function faultsOf({ grids, members, ...lists }: PlanState): readonly string[] {
  const byId = new Map(grids.map((grid) => [grid.id, grid]));
  const faults = [...Object.values(lists), grids].flatMap((list) =>
    new Set(list.map(({ id }) => id)).size === list.length ? [] : ["two records have one id"],
  );
  for (const grid of grids) {
    if (grid.parentId === null) continue;
    const parent = byId.get(grid.parentId);
    if (parent === undefined || parent.parentId !== null) faults.push(`${grid.id} is in no grid`);
  }
  members.grid.forEach((id, row) => {
    const micro = members.micro[row] ?? "";
    if (id !== "" && byId.get(id)?.parentId !== null) faults.push(`residence ${row} is in ${id}`);
    if (micro !== "" && byId.get(micro)?.parentId !== (id === "" ? undefined : id)) {
      faults.push(`residence ${row} of ${id} is in micro-grid ${micro}`);
    }
  });
  return faults;
}
