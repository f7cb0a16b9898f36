// Contiguous service areas of centres that are open: every building whole to one centre, every area in one piece with
// the building next to its centre, fewest households stranded, then least square metres short. Areas grow from their
// roots, once by walk and once by who has most room left; borders then move while that helps and nothing falls
// apart. The solver proves, with cuts for pieces that do not hang together (as Validi, Buchanan & Lykhovyd 2022).

import { type AreaGround, type AreaQuestion, areaGround, hangsTogether, valueAreas } from "./area-ground.ts";
import { proveAreas } from "./prove-areas.ts";
import { isOver, type SitingControl } from "./siting-control.ts";
import type { Solver } from "./solver.ts";

export interface AreaAnswer {
  /** Site of each demand point; -1: none within the radius, or stranded. */
  readonly owner: Int32Array;
  /** Households with a centre within the radius whom no contiguous area takes in. */
  readonly stranded: number;
  /** Square metres short, and what no areas that strand as few can undercut; 0 where nothing is proven. */
  readonly short: number;
  readonly bound: number;
  readonly status: "optimal" | "feasible";
}

/** `solver` null: growth and border moves only. */
export async function drawAreas(
  question: AreaQuestion,
  solver: Solver | null,
  control: SitingControl,
): Promise<AreaAnswer> {
  const ground = areaGround(question);
  const drafts = [growAreas(question, ground, "walk"), growAreas(question, ground, "room")];
  for (const owner of drafts) moveBorders(question, ground, owner, control);
  const [a, b] = drafts.map((owner) => ({ owner, ...valueAreas(question, owner) }));
  const draft = isFewer(b!, a!) ? b! : a!;
  const proven = await proveAreas(question, ground, draft.owner, solver, control);
  const { owner, stranded, short } =
    proven === null ? draft : { owner: proven, ...valueAreas(question, proven) };
  return {
    owner: owner.map((s) => (s < 0 ? -1 : question.sites[s]!)),
    stranded,
    short,
    bound: proven === null ? 0 : short,
    status: proven === null ? "feasible" : "optimal",
  };
}

type Worth = Readonly<{ stranded: number; short: number }>;

const isFewer = (a: Worth, b: Worth): boolean =>
  a.stranded < b.stranded - 1e-9 || (a.stranded <= b.stranded + 1e-9 && a.short < b.short - 1e-9);

/** Adds the building nearest to its centre, or nearest to the centre with most room left for its size. */
function growAreas(question: AreaQuestion, { root, walk }: AreaGround, by: "walk" | "room"): Int32Array {
  const { sites, area, weight, areaPer100, neighbours } = question;
  const places = sites.length;
  const owner = new Int32Array(weight.length).fill(-1);
  const load = new Float64Array(places);
  const edge: Set<number>[] = Array.from({ length: places }, () => new Set());
  const take = (i: number, s: number): void => {
    owner[i] = s;
    load[s]! += weight[i]! > 0 ? weight[i]! : 0;
    for (let k = neighbours.offsets[i]!; k < neighbours.offsets[i + 1]!; k++) {
      const other = neighbours.targets[k]!;
      if (owner[other] === -1 && walk[other * places + s]! < Infinity) edge[s]!.add(other);
    }
  };
  root.forEach((i, s) => {
    if (i >= 0) take(i, s);
  });
  const nearest = (s: number): number => {
    let best = -1;
    for (const i of edge[s]!) {
      if (owner[i] !== -1) edge[s]!.delete(i);
      else if (best < 0 || walk[i * places + s]! < walk[best * places + s]!) best = i;
    }
    return best;
  };
  for (;;) {
    let [pick, place, least] = [-1, -1, Infinity];
    for (let s = 0; s < places; s++) {
      const i = nearest(s);
      if (i < 0) continue;
      const need = (load[s]! * areaPer100) / 100;
      const rank = by === "walk" ? walk[i * places + s]! : need / Math.max(1e-9, area[s]!);
      if (rank < least) [pick, place, least] = [i, s, rank];
    }
    if (pick < 0) return owner;
    take(pick, place);
  }
}

/** Moves buildings at borders while less is short; `owner` changes in place. */
function moveBorders(
  question: AreaQuestion,
  { root, walk }: AreaGround,
  owner: Int32Array,
  control: SitingControl,
): void {
  const { sites, area, neighbours } = question;
  const needOf = (i: number): number =>
    question.weight[i]! > 0 ? (question.weight[i]! * question.areaPer100) / 100 : 0;
  const need = new Float64Array(sites.length);
  owner.forEach((s, i) => {
    if (s >= 0) need[s]! += needOf(i);
  });
  const short = (s: number, more: number): number => Math.max(0, need[s]! + more - area[s]!);
  const saves = (i: number, from: number, to: number): number =>
    short(from, 0) - short(from, -needOf(i)) + short(to, 0) - short(to, needOf(i));
  const staysWhole = (i: number, s: number): boolean => {
    const mine = (other: number): boolean => owner[other] === s && other !== i;
    const size = owner.reduce((sum, own) => sum + (own === s ? 1 : 0), 0);
    return hangsTogether(question, root[s]!, mine).size === size - 1;
  };
  const betterOwner = (i: number): number => {
    const from = owner[i]!;
    if (from < 0 || root[from] === i) return -1;
    const beside = neighbours.targets.subarray(neighbours.offsets[i]!, neighbours.offsets[i + 1]!);
    const may = (s: number): boolean => s >= 0 && s !== from && walk[i * sites.length + s]! < Infinity;
    const other = beside.find((one) => may(owner[one]!) && saves(i, from, owner[one]!) > 1e-9);
    return other !== undefined && staysWhole(i, from) ? owner[other]! : -1;
  };
  for (let isMoving = true; isMoving && !isOver(control); ) {
    isMoving = false;
    for (let i = 0; i < owner.length; i++) {
      const to = betterOwner(i);
      if (to < 0) continue;
      need[owner[i]!]! -= needOf(i);
      need[to]! += needOf(i);
      owner[i] = to;
      isMoving = true;
    }
  }
}
