// The scene of a plan option in which ways were drawn: paths, footbridges and gates join the baseline's network, which
// stays as it is. Built when a set of ways is first walked, and kept per set, so that options are compared and
// undone without building again.

import type { TaskControl } from "../base/index.ts";
import type { LineColumns } from "../geo/index.ts";
import { type Baseline, type DrawnLink, type Gates, ROAD_CLASSES, type RouteLines } from "../model/index.ts";
import { isLinked } from "../network/index.ts";
import { walkable } from "./open-scene.ts";
import type { Scene } from "./scene.ts";

/** Sets of ways kept for each scene. */
const KEPT = 4;

const kept = new WeakMap<Scene, Map<string, Scene>>();

/** The scene itself where nothing is drawn, and where walks are straight-line estimates. */
export async function sceneWithLinks(
  scene: Scene,
  links: readonly DrawnLink[] | undefined,
  control: TaskControl,
): Promise<Scene> {
  const open = (links ?? []).filter((link) => link.open);
  if (open.length === 0 || scene.network === null) return scene;
  const key = JSON.stringify(open.map(({ kind, line, level, compound }) => [kind, line, level, compound]));
  const known = kept.get(scene)?.get(key);
  if (known !== undefined) return inStep(scene, known);
  const built = await build(scene, open, control);
  const sets = kept.get(scene) ?? new Map<string, Scene>();
  kept.set(scene, sets);
  sets.set(key, built);
  const oldest = sets.keys().next();
  if (sets.size > KEPT && !oldest.done) sets.delete(oldest.value);
  return built;
}

/** Registers are given to the scene the ways were drawn in. */
function inStep(scene: Scene, linked: Scene): Scene {
  if (linked.records !== scene.records) {
    linked.records = scene.records;
    linked.prepared = null;
    linked.walked = new Map();
  }
  return linked;
}

async function build(scene: Scene, links: readonly DrawnLink[], control: TaskControl): Promise<Scene> {
  const baseline: Baseline = {
    ...scene.baseline,
    network: withLines(scene.baseline.network, links),
    gates: withGates(scene.baseline.gates, links),
  };
  const ground = await walkable(baseline, scene.settings, scene.frame, scene.barriers, control);
  const linked = Uint8Array.from(scene.linked, (_, i) => (isLinked(ground.residenceJoins, i) ? 1 : 0));
  return {
    ...scene,
    baseline,
    ...ground,
    linked,
    drag: null,
    areas: null,
    prepared: null,
    walked: new Map(),
  };
}

const PATH = ROAD_CLASSES.indexOf("path");

/** A path may meet the network wherever it was clicked, a footbridge at its ends. */
function withLines(routes: RouteLines, links: readonly DrawnLink[]): RouteLines {
  const pieces = links.flatMap(({ kind, line, level }) =>
    kind === "gate" ? [] : (kind === "path" ? legsOf(line) : [line]).map((xy) => ({ xy, level })),
  );
  const more = <T extends Uint8Array | Int8Array | Uint32Array>(column: T, values: readonly number[]): T => {
    const longer = new (column.constructor as new (length: number) => T)(column.length + values.length);
    longer.set(column);
    longer.set(values, column.length);
    return longer;
  };
  return {
    lines: withPieces(
      routes.lines,
      pieces.map(({ xy }) => xy),
    ),
    level: more(
      routes.level,
      pieces.map(({ level }) => level),
    ),
    class: more(
      routes.class,
      pieces.map(() => PATH),
    ),
    row: more(
      routes.row,
      pieces.map(() => 0),
    ),
  };
}

const legsOf = (line: readonly number[]): number[][] =>
  Array.from({ length: line.length / 2 - 1 }, (_, i) => line.slice(2 * i, 2 * i + 4));

function withPieces(lines: LineColumns, pieces: readonly (readonly number[])[]): LineColumns {
  const offsets = new Uint32Array(lines.count + pieces.length + 1);
  offsets.set(lines.offsets);
  pieces.forEach((piece, i) => {
    offsets[lines.count + i + 1] = offsets[lines.count + i]! + piece.length / 2;
  });
  const xy = new Float64Array(2 * offsets[offsets.length - 1]!);
  xy.set(lines.xy);
  xy.set(pieces.flat(), lines.xy.length);
  return { count: offsets.length - 1, offsets, xy };
}

function withGates(gates: Gates, links: readonly DrawnLink[]): Gates {
  const drawn = links.filter(({ kind }) => kind === "gate");
  return {
    xy: Float64Array.of(...gates.xy, ...drawn.flatMap(({ line }) => line)),
    compound: [...gates.compound, ...drawn.map(({ compound }) => compound ?? "")],
    open: Uint8Array.of(...gates.open, ...drawn.map(() => 1)),
    row: Uint32Array.of(...gates.row, ...drawn.map(() => 0)),
  };
}
