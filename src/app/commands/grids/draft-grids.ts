// Asks for a draft of the net and shows the best so far while it is searched; nothing enters the plan before somebody
// accepts it. Locked grids and grids set aside for one place stay as they are.

import type { ProgressPart } from "../../../core/base/index.ts";
import type { HouseholdRange, NetDraft } from "../../../core/gridding/index.ts";
import { gridOf as completeGrid, type Grid } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { DraftMode, DraftPlaces, GridDraft, GridNet, GridWork } from "../../state/grid-work.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { randomId } from "../fresh-identity.ts";
import { runWork } from "../run-work.ts";
import { changeGrids } from "./change-grids.ts";
import { gridLabel } from "./grid-label.ts";
import { describeNet, netOfPlan } from "./net-of-plan.ts";
import { rangeOf } from "./range-of.ts";

export interface DraftWish {
  readonly mode: DraftMode;
  /** Communities to draw in; all when null. */
  readonly areas: readonly number[] | null;
}

/** Milliseconds between two pictures of a draft under way. */
const SHOW_EVERY = 250;

export async function draftGrids(app: App, { mode, areas }: DraftWish): Promise<void> {
  const state = app.store.getState();
  const { grids, settings, history } = state;
  if (grids === null || isReadOnly(state)) return;
  const isMicro = mode === "micro";
  const { ground } = grids;
  const range = rangeOf(settings, isMicro ? "micro" : "grid");
  const net = isMicro ? netOfPlan(history.plan, "grid", ground, settings.gridRange) : grids.net;
  const work = { ...grids, net };
  const kept = isMicro ? netOfPlan(history.plan, "micro", ground, range) : net;
  const places: DraftPlaces = isMicro
    ? {
        ids: net.grids.map(({ id }) => id),
        names: net.grids.map((grid) => placeName(grid, ground)),
        of: net.gridOf,
      }
    : { ids: ground.areaIds, names: ground.areaNames, of: ground.units.area };
  const naming = new DraftNaming(work, mode, areas, kept);
  const keep = isMicro ? null : keptUnits(net);
  const input = {
    ground: ground.ground,
    range,
    ...(areas === null ? {} : { areas }),
    ...(mode === "leastChange" ? { previous: net.gridOf } : {}),
    ...(keep === null ? {} : { keep }),
    ...(isMicro ? { within: within(net.gridOf, ground.units.area, areas) } : {}),
  };
  const show = (gridOf: Int32Array, rest: Partial<GridDraft>): void => {
    const own = app.store.getState().grids;
    if (own?.scene !== work.scene) return;
    const drafted = naming.netOf(gridOf, input.range);
    const first = {
      mode,
      areas: [],
      places,
      movedHouseholds: 0,
      retired: [],
      merge: null,
      running: true,
      part,
    };
    const { revision } = app.store.getState().history;
    const draft = { ...first, revision, ...rest, net: drafted };
    changeGrids(app, { draft, level: isMicro ? "micro" : "grid", repair: null, tool: "select" });
  };
  let best: Int32Array | null = null;
  let part: ProgressPart | null = null;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const showLater = (): void => {
    waiting ??= setTimeout(() => {
      waiting = null;
      if (best !== null) show(best, {});
    }, SHOW_EVERY);
  };
  const stopShowing = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const done = await runWork(app, { stage: "grids", takesOver: true }, async (options) => {
    const found = await app.engine.run("grids.draft", input, {
      ...options,
      onProgress: (progress) => {
        options.onProgress?.(progress);
        if (progress.bestNet === undefined) return;
        part = progress.part ?? null;
        const isFirst = best === null;
        best = progress.bestNet;
        if (isFirst) show(best, {});
        else showLater();
      },
    });
    stopShowing();
    const coded = await codeDraft(app, work, naming, found, input.range);
    show(found.gridOf, {
      ...coded,
      areas: found.areas,
      movedHouseholds: found.movedHouseholds,
      running: false,
      part: null,
    });
    return true;
  });
  stopShowing();
  if (done !== null) return;
  if (best !== null) show(best, { running: false, areas: [], part: null });
  else changeGrids(app, { draft: null });
}

/** Codes for the draft's grids: those that were there keep theirs, numbers used in the files are not given again. */
async function codeDraft(
  app: App,
  work: GridWork,
  naming: DraftNaming,
  found: NetDraft,
  range: HouseholdRange,
): Promise<Pick<GridDraft, "retired">> {
  const { gridOf, grids } = naming.netOf(found.gridOf, range);
  if (naming.mode === "micro") return codeMicros(work, naming, grids);
  const held = grids.flatMap(({ code }, grid) => (code === "" ? [] : [{ grid, code }]));
  const past = (baselineOf(app.store.getState())?.grids.records ?? [])
    .filter(({ id }) => !held.some(({ code }) => code === id))
    .map(({ id }, k) => ({ grid: grids.length + k, code: id }));
  const coded = await app.engine.run("grids.codes", {
    ground: work.ground.ground,
    gridOf,
    held: [...held, ...past],
  });
  coded.grids.forEach((grid, k) => {
    const own = grids[grid];
    if (own !== undefined && own.code === "") naming.code(own.id, coded.codes[k] ?? "");
  });
  return { retired: coded.retired };
}

const placeName = (grid: Grid, { areaIds, areaNames }: GridWork["ground"]): string =>
  `${gridLabel(grid)} ${areaNames[areaIds.indexOf(grid.communityId)] ?? ""}`;

/** A micro-grid's code: that of its grid and two digits more. */
function codeMicros(
  { net }: GridWork,
  naming: DraftNaming,
  micros: readonly Grid[],
): Pick<GridDraft, "retired"> {
  const parents = new Map(net.grids.map(({ id, code }) => [id, code]));
  const taken = new Set(micros.map(({ code }) => code));
  for (const { id, code, parentId } of micros) {
    const parent = parents.get(parentId ?? "") ?? "";
    if (code !== "" || parent === "") continue;
    let serial = 1;
    const next = (): string => `${parent}${String(serial).padStart(2, "0")}`;
    while (taken.has(next())) serial++;
    taken.add(next());
    naming.code(id, next());
  }
  return { retired: [] };
}

/** Grids to divide: those of the wanted communities. */
function within(gridOf: Int32Array, area: Int32Array, areas: readonly number[] | null): Int32Array {
  return areas === null ? gridOf : gridOf.map((grid, unit) => (areas.includes(area[unit]!) ? grid : -1));
}

/** Units of locked grids and of grids set aside, by index; null when there are none. */
function keptUnits({ gridOf, grids }: GridNet): Int32Array | null {
  const stays = grids.map(({ locked, kind }) => locked || kind !== "base");
  if (!stays.includes(true)) return null;
  return gridOf.map((grid) => (stays[grid] ? grid : -1));
}

/** Which record each of the draft's grid numbers stands for. */
class DraftNaming {
  readonly #work: GridWork;
  readonly mode: DraftMode;
  readonly #redrawn: ReadonlySet<number> | null;
  readonly #kept: GridNet;
  /** The draft as it was last described: a better one keeps its hues. */
  #shown: GridNet;
  /** By number and place: a better net may give a number to another community. */
  readonly #fresh = new Map<string, Grid>();

  constructor(work: GridWork, mode: DraftMode, areas: readonly number[] | null, kept: GridNet) {
    this.#kept = kept;
    this.#shown = kept;
    this.#work = work;
    this.mode = mode;
    this.#redrawn = areas === null ? null : new Set(areas);
  }

  code(id: string, code: string): void {
    for (const [key, grid] of this.#fresh) if (grid.id === id) this.#fresh.set(key, { ...grid, code });
  }

  /** The whole net with the draft in it: communities not redrawn keep what they have. */
  netOf(drafted: Int32Array, range: HouseholdRange): GridNet {
    const { ground } = this.#work;
    const kept = this.#kept;
    const { area } = ground.units;
    const grids: Grid[] = [];
    const places = new Map<string, number>();
    const placeOf = (grid: Grid): number => {
      const known = places.get(grid.id);
      if (known !== undefined) return known;
      places.set(grid.id, grids.length);
      return grids.push(grid) - 1;
    };
    const gridOf = drafted.map((number, unit) => {
      const isKept = this.#redrawn !== null && !this.#redrawn.has(area[unit] ?? -1);
      const own = isKept ? kept.grids[kept.gridOf[unit] ?? -1] : this.#gridOf(number, unit);
      return own === undefined ? -1 : placeOf(own);
    });
    this.#shown = describeNet(grids, gridOf, ground, range, this.#shown);
    return this.#shown;
  }

  #gridOf(number: number, unit: number): Grid | undefined {
    if (number < 0) return undefined;
    const { net, ground } = this.#work;
    const old = this.mode === "micro" ? undefined : net.grids[number];
    const stays = old !== undefined && net.gridOf[unit] === number && (old.locked || old.kind !== "base");
    if (old !== undefined && (this.mode === "leastChange" || stays)) return old;
    const communityId = ground.areaIds[ground.units.area[unit] ?? -1] ?? "";
    const parent = this.mode === "micro" ? net.grids[net.gridOf[unit] ?? -1] : undefined;
    const key = `${number} ${parent?.id ?? communityId}`;
    const known = this.#fresh.get(key);
    if (known !== undefined) return known;
    const fresh = completeGrid({
      id: `grid-${randomId()}`,
      name: "",
      communityId,
      parentId: parent?.id ?? null,
    });
    this.#fresh.set(key, fresh);
    return fresh;
  }
}
