// Keeps the work on grids in step with the plan while the grid step is shown: opens the ground of the scene, reads the
// plan's net after every edit, draws anew the outlines of the communities an edit touched, newest wish first.

import type { NetBoundaries } from "../../../core/engine/index.ts";
import type { HouseholdRange } from "../../../core/gridding/index.ts";
import type { GridLevel, PlanState } from "../../../core/model/index.ts";
import type { GridOutlines } from "../../map/grids/grid-scene.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import type { GridNet, GridWork } from "../../state/grid-work.ts";
import { linesByHand } from "../../state/judged-net.ts";
import { createLatestWins } from "../../state/latest-wins.ts";
import { noteTrouble, runWork } from "../run-work.ts";
import { createSceneryMaker } from "./grid-scenery.ts";
import { netOfPlan } from "./net-of-plan.ts";
import { rangeOf } from "./range-of.ts";
import { type OutlineParts, replaceParts, stitchParts } from "./stitch-outlines.ts";

const followed = new WeakSet<App>();

/** Starts following; once for each application. */
export function followGrids(app: App): void {
  if (followed.has(app)) return;
  followed.add(app);
  const follower = new GridFollower(app);
  app.store.subscribe((state) => follower.look(state));
  follower.look(app.store.getState());
}

/** The plan's parts a net was read from. */
interface NetSource {
  readonly grids: PlanState["grids"];
  readonly members: readonly string[];
  readonly level: GridLevel;
  readonly range: HouseholdRange;
}

class GridFollower {
  readonly #app: App;
  readonly #scenery = createSceneryMaker();
  readonly #draw = createLatestWins<GridNet>((net) => this.#drawOutlines(net));
  #opening = "";
  #source: NetSource | null = null;
  /** Outlines as drawn, and the grid of each residence then. */
  #parts: OutlineParts = new Map();
  #drawn: readonly string[] = [];
  /** Lines by hand that the outlines were drawn along. */
  #along: PlanState["borders"] = [];
  #stitched: { readonly net: GridNet; readonly parts: OutlineParts; readonly value: GridOutlines } | null =
    null;

  #compared: { readonly net: GridNet; readonly drawn: readonly string[]; readonly behind: boolean } | null =
    null;

  constructor(app: App) {
    this.#app = app;
  }

  look(state: AppState): void {
    const { scene, view, grids } = state;
    if (view.step !== "grids" || scene === null) return;
    if (grids?.scene !== scene.scene) {
      if (this.#opening !== scene.scene) void this.#open(scene.scene);
      return;
    }
    const next = this.#inStep(state, grids);
    if (next !== grids) this.#app.store.setState({ grids: next });
    if (next.draft?.running !== true) this.#askOutlines(next.draft?.net ?? next.net, state);
  }

  async #open(scene: string): Promise<void> {
    this.#opening = scene;
    const old = this.#app.store.getState().grids;
    if (old !== null) {
      this.#app.store.setState({ grids: null });
      void this.#app.engine.run("grids.close", { ground: old.ground.ground }).catch(() => undefined);
    }
    const ground = await runWork(this.#app, { stage: "grids" }, (options) =>
      this.#app.engine.run("grids.open", { source: scene }, options),
    );
    if (ground === null || this.#app.store.getState().scene?.scene !== scene) return;
    this.#source = null;
    this.#parts = new Map();
    this.#drawn = [];
    this.#along = [];
    this.#stitched = null;
    const { history, settings } = this.#app.store.getState();
    const net = netOfPlan(history.plan, "grid", ground, settings.gridRange);
    const work = { ...FIRST_WORK, scene, ground, net };
    this.#app.store.setState((state) => ({ grids: this.#inStep(state, { ...work, scenery: EMPTY_SCENE }) }));
  }

  /** The same object when nothing moved. */
  #inStep(state: AppState, work: GridWork): GridWork {
    const { grids, members } = state.history.plan;
    const range = rangeOf(state.settings, work.level);
    const source = { grids, members: members[work.level], level: work.level, range };
    let { net, draft } = work;
    if (this.#source === null || !sameSource(this.#source, source)) {
      this.#source = source;
      net = netOfPlan(state.history.plan, work.level, work.ground, range, work.draft?.net ?? work.net);
      if (draft !== null && !draft.running && draft.revision !== state.history.revision) draft = null;
    }
    const shown = draft?.net ?? net;
    const outlines = this.#outlinesFor(shown);
    const scenery = this.#scenery({
      ...work,
      net,
      draft,
      outlines,
      stale: outlines !== null && this.#isBehind(shown),
      selection: state.view.selection,
    });
    const same = net === work.net && draft === work.draft && scenery === work.scenery;
    return same ? work : { ...work, net, draft, scenery };
  }

  #outlinesFor(net: GridNet): GridOutlines | null {
    if (this.#parts.size === 0) return null;
    const known = this.#stitched;
    if (known?.net.grids === net.grids && known.parts === this.#parts) return known.value;
    const value = stitchParts(this.#parts, new Map(net.grids.map(({ id }, k) => [id, k])));
    this.#stitched = { net, parts: this.#parts, value };
    return value;
  }

  /** Looked at once for each net and drawing. */
  #isBehind(net: GridNet): boolean {
    const known = this.#compared;
    if (known?.net === net && known.drawn === this.#drawn) return known.behind;
    const drawn = this.#drawn;
    const behind = net.gridOf.some((grid, row) => (net.grids[grid]?.id ?? "") !== (drawn[row] ?? ""));
    this.#compared = { net, drawn, behind };
    return behind;
  }

  #askOutlines(net: GridNet, { history }: AppState): void {
    if (this.#isBehind(net) || this.#along !== history.plan.borders) this.#draw.ask(net);
  }

  async #drawOutlines(net: GridNet): Promise<void> {
    const { grids, history } = this.#app.store.getState();
    if (grids === null || net !== (grids.draft?.net ?? grids.net)) return;
    const { borders } = history.plan;
    const ids = idsOf(net);
    const areas = areasOfChanged(this.#along, borders, grids.ground.areaIds);
    const { area } = grids.ground.units;
    for (let row = 0; row < ids.length; row++) {
      if (ids[row] !== (this.#drawn[row] ?? "") && area[row]! >= 0) areas.add(area[row]!);
    }
    if (areas.size === 0) {
      this.#drawn = ids;
      this.#along = borders;
      return;
    }
    try {
      const wanted = [...areas];
      const byHand = linesByHand({ borders });
      const input = { ground: grids.ground.ground, gridOf: net.gridOf, areas: wanted, byHand };
      const drawn = await this.#app.engine.run("grids.borders", input);
      if (this.#app.store.getState().grids?.scene !== grids.scene) return;
      this.#parts = replaceParts(this.#parts, wanted, drawn, (grid) => net.grids[grid]?.id ?? "");
      this.#drawn = ids;
      this.#along = borders;
      this.#stitched = null;
      this.#noteFaults(wanted, drawn);
    } catch (error) {
      noteTrouble(this.#app.store, error);
      return;
    }
    this.look(this.#app.store.getState());
  }

  /** Communities whose outlines did not pass the independent check: said, not hidden. */
  #noteFaults(areas: readonly number[], { reports }: NetBoundaries): void {
    const drawn = new Set(areas);
    const faulty = reports
      .filter(({ openEdges, areaGap }) => openEdges > 0 || Math.abs(areaGap) > CRUMBS)
      .map(({ area }) => area);
    this.#app.store.setState(({ grids }) =>
      grids === null
        ? {}
        : { grids: { ...grids, faulty: [...grids.faulty.filter((area) => !drawn.has(area)), ...faulty] } },
    );
  }
}

/** The grid of each residence by its id, "" = none. */
function idsOf({ grids, gridOf }: GridNet): string[] {
  const ids = new Array<string>(gridOf.length);
  for (let row = 0; row < ids.length; row++) ids[row] = grids[gridOf[row]!]?.id ?? "";
  return ids;
}

/** Square metres that a tiling may miss by rounding. */
const CRUMBS = 1;

const sameSource = (a: NetSource, b: NetSource): boolean =>
  a.grids === b.grids &&
  a.members === b.members &&
  a.level === b.level &&
  a.range.min === b.range.min &&
  a.range.max === b.range.max;

/** Communities with a line that is not in both lists. */
function areasOfChanged(
  before: PlanState["borders"],
  after: PlanState["borders"],
  areaIds: readonly string[],
): Set<number> {
  if (before === after) return new Set();
  const changed = [
    ...before.filter((line) => !after.includes(line)),
    ...after.filter((line) => !before.includes(line)),
  ];
  const areas = changed.map(({ communityId }) => areaIds.indexOf(communityId));
  return new Set(areas.filter((area) => area >= 0));
}

const FIRST_WORK = {
  level: "grid",
  tool: "select",
  brush: 24,
  masked: true,
  paintsNew: false,
  stroke: null,
  repair: null,
  draft: null,
  tab: "divide",
  faulty: [],
  oneNet: null,
  disputed: [],
} as const satisfies Partial<GridWork>;

const EMPTY_SCENE: GridWork["scenery"] = {
  tool: "select",
  brush: 24,
  hues: { codes: new Uint8Array(0), colors: new Uint8Array(0) },
  marks: [],
  outlines: null,
  stale: false,
  selected: -1,
  stroke: [],
  pulled: null,
  offered: [],
  disputed: [],
  isDraft: false,
};
