// The steps of a presentation that have something to show, the step of the work whose map each of them has, and the plan
// option it speaks of: the present state first, then the plan the talk is about.

import type { MeetingPack, PlanState } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState, Step } from "../../state/app-state.ts";
import { meetingOf } from "../../state/meeting-of.ts";
import { findOption, optionSetOf } from "../../state/plan-options.ts";
import { SLIDES, type Slide } from "../../state/talk.ts";
import { isListed } from "./follow-meeting.ts";

export const SLIDE_STEPS: Readonly<Record<Slide, Step>> = {
  present: "circles",
  tooFar: "assess",
  tooSmall: "assess",
  options: "circles",
  grids: "grids",
  lists: "meeting",
  decisions: "meeting",
};

/** What they say is said of the present state, whatever the plan is. */
const OF_PRESENT: readonly Slide[] = ["present", "tooFar", "tooSmall", "options"];

/** Id of the option a slide shows; that of a plan deleted meanwhile gives way to the present state. */
export function optionOfSlide(state: AppState, slide: Slide): string {
  const present = state.options[0]?.id ?? state.currentOption;
  const plan = state.talk?.plan ?? state.currentOption;
  return OF_PRESENT.includes(slide) || findOption(state, plan) === undefined ? present : plan;
}

/** The option a talk is about: the one shown if it has a meeting, else the last one that has, else the one shown. */
export function subjectOf(state: AppState): string {
  const { options } = optionSetOf(state);
  const prepared = options.filter(({ history }) => history.plan.meetings.length > 0).map(({ id }) => id);
  return prepared.includes(state.currentOption)
    ? state.currentOption
    : (prepared.at(-1) ?? state.currentOption);
}

/** The plan that the grids, lists and decisions of the talk are those of. */
export function talkedPlan(state: AppState): PlanState {
  const option = findOption(optionSetOf(state), optionOfSlide(state, "decisions"));
  return option?.history.plan ?? state.history.plan;
}

/** Its meeting, which also has the notes of every slide. */
export const talkedMeeting = (state: AppState): MeetingPack | null =>
  meetingOf({ history: { plan: talkedPlan(state) } });

const HAS: Readonly<Partial<Record<Slide, (state: AppState) => boolean>>> = {
  options: ({ options }) => options.length > 1,
  grids: (state) => talkedPlan(state).grids.length > 0,
  lists: (state) => talkedPlan(state).matters.some(isListed),
};

export const slidesOf = (state: AppState): readonly Slide[] =>
  SLIDES.filter((slide) => HAS[slide]?.(state) ?? true);

/** The slide so many steps on; the first and the last stay. One that is no longer there counts as just before the next. */
export function slideAfter(app: App, slide: Slide, by: number): Slide {
  const slides = slidesOf(app.store.getState());
  const reached = slides.filter((one) => SLIDES.indexOf(one) <= SLIDES.indexOf(slide)).length - 1;
  const at = by < 0 && slides[reached] !== slide ? reached + 1 + by : reached + by;
  return slides[Math.min(slides.length - 1, Math.max(0, at))] ?? slide;
}
