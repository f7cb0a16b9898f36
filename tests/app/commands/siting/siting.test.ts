// The siting step without its screen, on the demo district with a real solver: questions, answers costed again from
// scratch, what is taken into which option, ways, candidates, tables made elsewhere.

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addOption } from "../../../../src/app/commands/add-option.ts";
import { changeView } from "../../../../src/app/commands/change-view.ts";
import { editPlan } from "../../../../src/app/commands/edit-plan.ts";
import { changeSiting, changeWish } from "../../../../src/app/commands/siting/change-siting.ts";
import { compareOptions, costOf, differenceOf } from "../../../../src/app/commands/siting/compare-options.ts";
import { addLinkPoint, finishLink, shortenLink } from "../../../../src/app/commands/siting/draw-link.ts";
import { placeCandidate, placeCenter } from "../../../../src/app/commands/siting/drop-pin.ts";
import { excludeCandidate, findCandidates } from "../../../../src/app/commands/siting/edit-candidates.ts";
import { followSiting } from "../../../../src/app/commands/siting/follow-siting.ts";
import { solveSites } from "../../../../src/app/commands/siting/solve-sites.ts";
import { takeItems } from "../../../../src/app/commands/siting/take-answer.ts";
import { stepHistory } from "../../../../src/app/commands/step-history.ts";
import { switchOption } from "../../../../src/app/commands/switch-option.ts";
import type { AppState } from "../../../../src/app/state/app-state.ts";
import { findOption, optionSetOf } from "../../../../src/app/state/plan-options.ts";
import { packOf } from "../../../../src/app/state/plan-selectors.ts";
import { FIRST_WISH, type SiteAnswer, type SiteWork } from "../../../../src/app/state/site-work.ts";
import { type DemoApp, demoApp } from "../../../helpers/demo-app.ts";

let app: DemoApp;
let first: AppState;

beforeAll(async () => {
  app = await demoApp();
  changeView(app, { step: "siting" });
  followSiting(app);
  first = app.store.getState();
});
beforeEach(() => app.store.setState({ ...first, history: first.history, options: first.options }));

const work = (): SiteWork => app.store.getState().sites!;
const plan = () => app.store.getState().history.plan;
const answered = async (): Promise<SiteAnswer> => {
  await solveSites(app);
  const { answer, fault } = work();
  expect(fault).toBeNull();
  return answer!;
};
const coveredNow = async (): Promise<number> => {
  const { scene, settings } = app.store.getState();
  const { centers, links } = plan();
  const pack = packOf(app.store.getState())!;
  const input = { scene: scene!.scene, centers, links, walk: settings.walk, pack };
  return (await app.engine.run("scene.analyse", input)).totals.covered;
};

describe("an answer", () => {
  it.each(["mclp", "lscp", "pmedian", "pcenter", "capacity"] as const)(
    "of %s is what a whole analysis finds afterwards",
    async (goal) => {
      changeWish(app, { ...FIRST_WISH, goal, count: 2, share: 0.97, assumedArea: 400 });
      const answer = await answered();
      expect(answer.status).not.toBe("infeasible");
      expect(answer.coveredBefore).toBe(await coveredNow());
      const made = takeItems(app, answer.items, "new");
      expect(made).toBeGreaterThanOrEqual(answer.items.length);
      expect(await coveredNow()).toBe(answer.covered);
      const gained = answer.items.reduce((sum, { households }) => sum + households, 0);
      expect(gained).toBe(answer.covered - answer.coveredBefore);
      const { households } = app.store.getState().project!.imported.baseline!.residences;
      const newly = answer.change.reduce(
        (sum, own, i) => sum + (own === 1 && households[i]! > 0 ? households[i]! : 0),
        0,
      );
      expect(newly).toBe(answer.covered - answer.coveredBefore);
      for (const { value, bound, gap } of answer.proofs) {
        expect(Math.abs(value - bound)).toBeLessThanOrEqual(gap * Math.abs(value) + 1e-6);
      }
    },
  );

  it("goes into an option of its own, leaves the present state as it is, and comes back out in one step", async () => {
    changeWish(app, { ...FIRST_WISH, count: 2 });
    const answer = await answered();
    takeItems(app, answer.items.slice(0, 1), "current");
    const { options, currentOption } = app.store.getState();
    expect(options.map(({ name }) => name)).toEqual(["", "方案A"]);
    expect(currentOption).not.toBe(options[0]!.id);
    expect(work().answer!.taken).toEqual([answer.items[0]!.id]);
    takeItems(app, answer.items.slice(1), "current");
    expect(app.store.getState().options).toHaveLength(2);
    const [item] = answer.items;
    expect(plan().centers.some(({ id }) => id === item!.id)).toBe(true);
    expect(plan().candidates.some(({ id }) => id === item!.id)).toBe(false);
    stepHistory(app, "undo");
    expect(plan().centers).toHaveLength(first.history.plan.centers.length + 1);
    stepHistory(app, "undo");
    expect(plan().centers).toEqual(first.history.plan.centers);
    expect(plan().candidates).toEqual(first.history.plan.candidates);
    switchOption(app, options[0]!.id);
    expect(app.store.getState().history.past).toEqual([]);
  });

  it("closes and enlarges where that is allowed, and never writes an assumed area into the plan", async () => {
    changeWish(app, {
      ...FIRST_WISH,
      goal: "capacity",
      limit: "budget",
      budget: 100,
      count: null,
      assumedArea: 350,
      actions: { build: false, share: false, enlarge: true, close: false },
      enlargeBy: 200,
      enlargePrice: 0.2,
    });
    const answer = await answered();
    expect(answer.items.length).toBeGreaterThan(0);
    expect(answer.items.every(({ kind }) => kind === "enlarge")).toBe(true);
    const cost = answer.items.reduce((sum, item) => sum + item.cost!, 0);
    expect(cost).toBeLessThanOrEqual(100);
    takeItems(app, answer.items, "new");
    expect(costOf(app.store.getState().history)).toBeCloseTo(cost, 9);
    const unknown = first.history.plan.centers.filter(({ floorArea }) => floorArea === null);
    expect(unknown.length).toBeGreaterThan(0);
    for (const { id } of unknown) expect(plan().centers.find((own) => own.id === id)?.floorArea).toBeNull();
  });

  it.each(["pmedian", "pcenter"] as const)(
    "of %s leaves out whom no site can serve, and counts them",
    async (goal) => {
      changeWish(app, { ...FIRST_WISH, goal, count: 1 });
      const { residences } = first.project!.imported.baseline!;
      const sites = [...plan().centers, ...plan().candidates].map(({ id }) => id);
      const row = (id: string, i: number): string =>
        [id, ...sites.map(() => (i < 3 ? "inf" : "5"))].join(",");
      const bytes = new TextEncoder().encode(
        [["id", ...sites].join(","), ...residences.id.map(row)].join("\n"),
      );
      changeSiting(app, { table: { file: "times.csv", bytes, unit: "minutes" } });
      const answer = await answered();
      expect(answer.status).toBe("optimal");
      const lost = [...residences.households.slice(0, 3)].filter((count) => count > 0);
      expect(lost.length).toBeGreaterThan(0);
      expect(answer.leftOut).toBe(lost.reduce((sum, count) => sum + count, 0));
      expect(answer.leftOutResidences).toBe(lost.length);
      expect(answer.covered).toBe(answer.households - answer.leftOut);
    },
  );

  it("names those who can reach nothing, and says why there is none", async () => {
    changeWish(app, { ...FIRST_WISH, goal: "lscp", share: 1 });
    const answer = await answered();
    expect(answer.status).toBe("infeasible");
    expect(answer.reason?.reason.code).toBe("shareUnreachable");
    expect(answer.reason?.names.length).toBeGreaterThan(0);
    expect(answer.unreachable).toBeGreaterThan(0);
  });
});

describe("what is not known", () => {
  it.each([
    [{ count: null }, "count"],
    [{ limit: "budget" }, "budget"],
    [{ goal: "lscp", share: 0 }, "share"],
    [{ goal: "capacity" }, "areas"],
    [{ goal: "capacity", areaPer100: null }, "areaPer100"],
    [{ goal: "capacity", actions: { ...FIRST_WISH.actions, enlarge: true } }, "enlargeBy"],
  ] as const)("is asked for: %o", async (wish, lack) => {
    changeWish(app, { ...FIRST_WISH, ...wish });
    await solveSites(app);
    expect(work().fault).toMatchObject({ kind: "lack", lack });
    expect(work().answer).toBeNull();
  });

  it("is asked for where money counts and a candidate has no cost", async () => {
    placeCandidate(app, first.scene!.bounds[0], first.scene!.bounds[1]);
    changeWish(app, { ...FIRST_WISH, limit: "budget", budget: 100 });
    await solveSites(app);
    expect(work().fault).toMatchObject({ lack: "costs", names: ["候选点 1"] });
    excludeCandidate(app, work().picked!, true);
    expect((await answered()).status).toBe("optimal");
  });
});

describe("a travel-time table", () => {
  const table = (change: (rows: string[]) => string[] = (rows) => rows) => {
    const { residences } = first.project!.imported.baseline!;
    const sites = [...plan().centers, ...plan().candidates].map(({ id }) => id);
    const rows = [
      ["id", ...sites].join(","),
      ...residences.id.map((id, i) =>
        [id, ...sites.map((_, j) => (i % sites.length === j ? "5" : "inf"))].join(","),
      ),
    ];
    return new TextEncoder().encode(change(rows).join("\n"));
  };

  it("stands in for our own walks, and is named on the answer", async () => {
    changeWish(app, { ...FIRST_WISH, count: 1 });
    changeSiting(app, { table: { file: "times.csv", bytes: table(), unit: "minutes" } });
    const answer = await answered();
    expect(answer.table).toBe("times.csv");
    const { households } = first.project!.imported.baseline!.residences;
    const { centers, candidates } = plan();
    const count = centers.length + candidates.length;
    const held = (j: number): number =>
      households.reduce((sum, own, i) => sum + (i % count === j && own > 0 ? own : 0), 0);
    const existing = centers.reduce((sum, _, j) => sum + held(j), 0);
    const best = Math.max(...candidates.map((_, j) => held(centers.length + j)));
    expect([answer.coveredBefore, answer.covered]).toEqual([existing, existing + best]);
  });

  it("is refused with row and column where a cell is wrong, and told what it lacks", async () => {
    changeWish(app, { ...FIRST_WISH, count: 1 });
    const bad = table((rows) => rows.with(3, rows[3]!.replace("inf", "soon")));
    changeSiting(app, { table: { file: "times.csv", bytes: bad, unit: "minutes" } });
    await solveSites(app);
    expect(work().fault).toMatchObject({
      kind: "table",
      faults: [{ code: "cell.notNumber", row: 4, value: "soon" }],
    });
    changeSiting(app, {
      table: { file: "times.csv", bytes: table((rows) => rows.slice(0, -2)), unit: "metres" },
    });
    await solveSites(app);
    expect(work().fault).toMatchObject({ kind: "strangers", sites: [], residences: 2 });
  });
});

describe("candidates", () => {
  it("are found in gaps as one act, and scored", async () => {
    changeView(app, { step: "circles" });
    for (const { id } of plan().centers.slice(10)) editPlan(app, "center.remove", { id });
    const count = plan().candidates.length;
    const found = await findCandidates(app);
    expect(found).toBeGreaterThan(0);
    expect(plan().candidates).toHaveLength(count + found!);
    expect(new Set(plan().candidates.map(({ id }) => id)).size).toBe(count + found!);
    stepHistory(app, "undo");
    expect(plan().candidates).toHaveLength(count);
  });
});

describe("candidates found while the present state is shown", () => {
  const present = (): string => app.store.getState().options[0]!.id;
  const found = async (): Promise<readonly string[]> => {
    const before = new Set(plan().candidates.map(({ id }) => id));
    for (const { id } of plan().centers.slice(0, 8)) editPlan(app, "center.remove", { id });
    await findCandidates(app);
    return plan()
      .candidates.map(({ id }) => id)
      .filter((id) => !before.has(id));
  };

  it("go with the option an answer makes, which stays whole when they are removed again", async () => {
    const ids = await found();
    for (const { id } of first.history.plan.candidates) excludeCandidate(app, id, true);
    changeWish(app, { ...FIRST_WISH, count: 2 });
    const answer = await answered();
    const [one, other] = answer.items;
    expect(ids).toEqual(expect.arrayContaining([one!.id, other!.id]));
    takeItems(app, [one!], "new");
    const option = app.store.getState().currentOption;
    const whole = plan();
    expect(whole.candidates.map(({ id }) => id)).toEqual(
      expect.arrayContaining(ids.filter((id) => id !== one!.id)),
    );
    switchOption(app, present());
    for (const id of ids) editPlan(app, "candidate.remove", { id });
    expect(takeItems(app, [other!], "current"), "an answer to another plan").toBe(0);
    switchOption(app, option);
    expect(plan()).toEqual(whole);
    expect(work().answer!.taken).toEqual([one!.id]);
    expect(takeItems(app, [other!], "current")).toBeGreaterThan(0);
    expect(plan().centers.find(({ id }) => id === other!.id)).toMatchObject({
      ...{ lon: other!.lon, lat: other!.lat, name: other!.name },
    });
    expect(await coveredNow()).toBe(answer.covered);
  });

  it("have ids that no option has for another place", async () => {
    const option = addOption(app, { name: "A", from: "current" })!;
    placeCandidate(app, first.scene!.bounds[0], first.scene!.bounds[1]);
    placeCenter(app, first.scene!.bounds[0], first.scene!.bounds[1]);
    switchOption(app, present());
    const ids = await found();
    const { plan: there } = findOption(app.store.getState(), option)!.history;
    const taken = new Set([...there.centers, ...there.candidates].map(({ id }) => id));
    expect(ids.filter((id) => taken.has(id))).toEqual([]);
  });
});

describe("ways and pins", () => {
  it("open an option of their own, change its walks only, and snap to paths", async () => {
    const before = await coveredNow();
    const [west, south, east, north] = first.scene!.bounds;
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    changeSiting(app, { tool: "footbridge" });
    await addLinkPoint(app, x, y);
    await addLinkPoint(app, x + 0.01, y);
    shortenLink(app);
    await addLinkPoint(app, x, y + 0.004);
    await finishLink(app);
    const [link] = plan().links;
    expect(link).toMatchObject({ kind: "footbridge", level: 1, open: true, name: "天桥 1" });
    const line = Float64Array.from(link!.line);
    const again = await app.engine.run("scene.snap", { scene: first.scene!.scene, points: line, within: 40 });
    for (const [i, degrees] of again.entries()) expect(degrees).toBeCloseTo(line[i]!, 9);
    const { options } = optionSetOf(app.store.getState());
    expect(options.map(({ name }) => name)).toEqual(["", "方案A"]);
    expect(await coveredNow()).toBeGreaterThanOrEqual(before);
    switchOption(app, options[0]!.id);
    expect(plan().links).toEqual([]);
    expect(await coveredNow()).toBe(before);
  });

  it("lets go a way of one place", async () => {
    changeSiting(app, { tool: "path" });
    await addLinkPoint(app, first.scene!.bounds[0], first.scene!.bounds[1]);
    await finishLink(app);
    expect(work().drawing).toBeNull();
    expect(app.store.getState().options).toHaveLength(1);
  });
});

describe("options side by side", () => {
  it("tells cost, edits and who comes inside; an unknown cost stays unknown", async () => {
    changeWish(app, { ...FIRST_WISH, count: 2 });
    const answer = await answered();
    takeItems(app, answer.items, "new");
    const compared = await compareOptions(app);
    expect(compared!.map(({ figures }) => figures.covered)).toEqual([answer.coveredBefore, answer.covered]);
    const spent = answer.items.reduce((sum, { cost }) => sum + cost!, 0);
    expect(compared!.map(({ figures }) => figures.cost)).toEqual([0, spent]);
    const set = optionSetOf(app.store.getState());
    const [from, to] = set.options.map(({ id }) => findOption(set, id)!);
    const there = await differenceOf(app, from!, to!, ["a", "b"]);
    const back = await differenceOf(app, to!, from!, ["b", "a"]);
    expect([there!.won, there!.lost]).toEqual([answer.covered - answer.coveredBefore, 0]);
    expect([back!.won, back!.lost]).toEqual([0, there!.won]);
    placeCenter(app, first.scene!.bounds[0], first.scene!.bounds[1]);
    expect((await compareOptions(app))![1]!.figures.cost).toBeNull();
  });
});
