// The presentation: begins, goes on, shows the place that is pointed at, goes black, ends where it began. A step of it
// is a step of the work with its own map and its own plan option; nothing of the plan can be changed meanwhile.

import type { App } from "../../state/app.ts";
import type { Step } from "../../state/app-state.ts";
import type { Slide, Talk } from "../../state/talk.ts";
import { changeView } from "../change-view.ts";
import { noteTrouble } from "../run-work.ts";
import { selectPlace } from "../select-place.ts";
import { switchOption } from "../switch-option.ts";
import { followMeeting } from "./follow-meeting.ts";
import { areasOfOption, measureOption } from "./measure-options.ts";
import { SLIDE_LOOKS } from "./slide-looks.ts";
import { optionOfSlide, SLIDE_STEPS, slideAfter, subjectOf } from "./slides-of.ts";

/** Where each application was when the talk began. */
const began = new WeakMap<App, { readonly step: Step; readonly option: string }>();

export async function startTalk(app: App): Promise<void> {
  const { talk, view, project, options, currentOption } = app.store.getState();
  if (talk !== null || project === null) return;
  began.set(app, { step: view.step, option: currentOption });
  const plan = subjectOf(app.store.getState());
  const after = options.slice(1).find(({ id }) => id === plan) ?? options[1];
  followMeeting(app);
  const held = { plan, after: after?.id ?? null, swipe: 0.5 };
  app.store.setState({ talk: { slide: "present", look: SLIDE_LOOKS.present, black: false, ...held } });
  changeView(app, { helpOpen: false, drawerOpen: false, tool: "select", preview: null });
  showSlide(app, "present");
  warm(app);
  await document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Steps on or back; a black screen comes back first, and a place that is shown makes way. */
export function turn(app: App, by: number): void {
  const { talk } = app.store.getState();
  if (talk === null) return;
  if (talk.black) changeTalk(app, { black: false });
  else showSlide(app, slideAfter(app, talk.slide, by));
}

export function showSlide(app: App, slide: Slide): void {
  changeTalk(app, { slide, look: SLIDE_LOOKS[slide], black: false });
  const step = SLIDE_STEPS[slide];
  if (step === "grids") {
    void import("../grids/follow-grids.ts").then(({ followGrids }) => followGrids(app));
  }
  selectPlace(app, null);
  switchOption(app, optionOfSlide(app.store.getState(), slide));
  changeView(app, { step });
  app.map.current?.fitAll();
}

/** Computes every option ahead, so that turning to a slide never waits for its figures. */
function warm(app: App): void {
  for (const option of app.store.getState().options) {
    Promise.all([measureOption(app, option), areasOfOption(app, option)]).catch((error: unknown) =>
      noteTrouble(app.store, error),
    );
  }
}

export const changeTalk = (app: App, change: Partial<Talk>): void =>
  app.store.setState(({ talk }) => ({ talk: talk === null ? null : { ...talk, ...change } }));

/** Escape: out of the black, back from a place, else out of the presentation. */
export function backOut(app: App): void {
  const { talk, view } = app.store.getState();
  if (talk === null) return;
  if (talk.black) changeTalk(app, { black: false });
  else if (view.selection !== null) {
    selectPlace(app, null);
    app.map.current?.fitAll();
  } else leaveTalk(app);
}

export function leaveTalk(app: App): void {
  if (app.store.getState().talk === null) return;
  const { step, option } = began.get(app) ?? { step: "meeting", option: "" };
  app.store.setState({ talk: null });
  selectPlace(app, null);
  switchOption(app, option);
  changeView(app, { step });
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
}
