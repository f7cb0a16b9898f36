// A presentation over real data without a screen: what is said of the present state is the present state's, whatever option
// was worked on; options and places that are gone leave a talk that still says what is missing.

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addOption } from "../../../../src/app/commands/add-option.ts";
import { changeView } from "../../../../src/app/commands/change-view.ts";
import { editPlan } from "../../../../src/app/commands/edit-plan.ts";
import { addMatter } from "../../../../src/app/commands/meeting/edit-matters.ts";
import { measureOption } from "../../../../src/app/commands/meeting/measure-options.ts";
import { optionOfSlide, slidesOf, talkedMeeting } from "../../../../src/app/commands/meeting/slides-of.ts";
import {
  backOut,
  changeTalk,
  leaveTalk,
  showSlide,
  startTalk,
  turn,
} from "../../../../src/app/commands/meeting/talk.ts";
import { removeOption } from "../../../../src/app/commands/remove-option.ts";
import { selectPlace } from "../../../../src/app/commands/select-place.ts";
import { switchOption } from "../../../../src/app/commands/switch-option.ts";
import type { AppState } from "../../../../src/app/state/app-state.ts";
import { type DemoApp, demoApp } from "../../../helpers/demo-app.ts";

let app: DemoApp;
let first: AppState;
const now = () => app.store.getState();

beforeAll(async () => {
  app = await demoApp();
  first = now();
  Object.assign(globalThis, { document: { documentElement: {}, fullscreenElement: null } });
  return () => Reflect.deleteProperty(globalThis, "document");
});
beforeEach(() => app.store.setState({ ...first }));

const plannedOption = (): string => {
  const id = addOption(app, { name: "方案A", from: "current" });
  if (id === null) throw new Error("no option was added");
  for (const { id: own } of now().history.plan.centers.slice(0, 9))
    editPlan(app, "center.remove", { id: own });
  return id;
};

describe("a talk", () => {
  it("tells the present state first, then the plan it was begun from, and ends where it began", async () => {
    const plan = plannedOption();
    const present = now().options[0]!.id;
    changeView(app, { step: "siting" });
    await startTalk(app);
    expect([now().currentOption, now().view.step]).toEqual([present, "circles"]);
    expect(slidesOf(now())).toEqual(["present", "tooFar", "tooSmall", "options", "decisions"]);
    turn(app, Number.POSITIVE_INFINITY);
    expect([now().talk?.slide, now().currentOption]).toEqual(["decisions", plan]);
    turn(app, -1);
    expect([now().talk?.slide, now().currentOption]).toEqual(["options", present]);
    const { revision } = now().history;
    leaveTalk(app);
    expect([now().talk, now().currentOption, now().view.step]).toEqual([null, plan, "siting"]);
    expect(now().history.nextRevision).toBeGreaterThan(revision);
  });

  it("is about the option that has the meeting, even when begun from the present state", async () => {
    const present = now().currentOption;
    const plan = plannedOption();
    expect(editPlan(app, "meeting.add", { id: "m1", name: "三季度联席会议" })).toBeNull();
    switchOption(app, present);
    await startTalk(app);
    expect([now().talk?.plan, now().talk?.after]).toEqual([plan, plan]);
    expect(talkedMeeting(now())?.name).toBe("三季度联席会议");
    turn(app, Number.POSITIVE_INFINITY);
    expect(now().currentOption).toBe(plan);
    leaveTalk(app);
    expect(now().currentOption).toBe(present);
  });

  it("computes the options ahead: nobody waits for a figure before an audience", async () => {
    const plan = plannedOption();
    await startTalk(app);
    const [old, planned] = await Promise.all(
      [now().options[0]!.id, plan].map((id) => measureOption(app, { id })),
    );
    expect(planned!.value.centers.length).toBe(old!.value.centers.length - 9);
    expect(planned!.value.totals.covered).toBeLessThan(old!.value.totals.covered);
    expect(app.analyses.get(planned!.key)).toBe(planned!.value);
    leaveTalk(app);
  });

  it("goes black and comes back on the same slide, steps out of a place, then out of itself", async () => {
    await startTalk(app);
    turn(app, 1);
    changeTalk(app, { black: true });
    turn(app, 1);
    expect(now().talk).toMatchObject({ slide: "tooFar", black: false });
    selectPlace(app, { kind: "community", id: "C1" });
    backOut(app);
    expect([now().talk?.slide, now().view.selection]).toEqual(["tooFar", null]);
    backOut(app);
    expect(now().talk).toBeNull();
  });
});

describe("what is gone", () => {
  it("an option deleted while its slide is shown: the slide goes with it, the steps on both sides stay in reach", async () => {
    const plan = plannedOption();
    await startTalk(app);
    showSlide(app, "options");
    expect(removeOption(app, plan)).not.toBeNull();
    expect(slidesOf(now())).toEqual(["present", "tooFar", "tooSmall", "decisions"]);
    expect(optionOfSlide(now(), "decisions")).toBe(now().options[0]!.id);
    turn(app, 1);
    expect(now().talk?.slide).toBe("decisions");
    app.store.setState({ talk: { ...now().talk!, slide: "options" } });
    turn(app, -1);
    expect(now().talk?.slide).toBe("tooSmall");
    leaveTalk(app);
    expect(now().currentOption).toBe(now().options[0]!.id);
  });

  it("an option deleted while another is left: the talk names the missing one and offers the rest", async () => {
    const gone = plannedOption();
    const other = addOption(app, { name: "方案B", from: "present" });
    await startTalk(app);
    changeTalk(app, { after: gone });
    showSlide(app, "options");
    removeOption(app, gone);
    expect(slidesOf(now())).toContain("options");
    expect(now().options.some(({ id }) => id === now().talk?.after)).toBe(false);
    changeTalk(app, { after: other });
    expect(now().options.some(({ id }) => id === now().talk?.after)).toBe(true);
    leaveTalk(app);
  });

  it("a matter keeps its slide when its place is gone, and has no pin", async () => {
    const place = now().history.plan.centers[0]!;
    selectPlace(app, { kind: "center", id: place.id });
    expect(addMatter(app, "need", "老年食堂")).toBeNull();
    expect(editPlan(app, "center.remove", { id: place.id })).toBeNull();
    await startTalk(app);
    showSlide(app, "lists");
    expect(now().talk?.slide).toBe("lists");
    expect(now().history.plan.matters.map(({ placeId }) => placeId)).toEqual([place.id]);
    expect(now().meeting?.pins).toEqual([]);
    leaveTalk(app);
  });

  it("without a meeting there is still a talk, with nothing decided", async () => {
    await startTalk(app);
    expect(slidesOf(now())).toEqual(["present", "tooFar", "tooSmall", "decisions"]);
    expect(talkedMeeting(now())).toBeNull();
    leaveTalk(app);
  });

  it("without a project there is none", async () => {
    app.store.setState({ project: null, scene: null });
    await startTalk(app);
    expect(now().talk).toBeNull();
  });
});
