// The steps of a presentation that have something to show, and the step of the work whose map each of them has.

import type { App } from "../../state/app.ts";
import type { AppState, Step } from "../../state/app-state.ts";
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

const HAS: Readonly<Partial<Record<Slide, (state: AppState) => boolean>>> = {
  options: ({ options }) => options.length > 1,
  grids: ({ history }) => history.plan.grids.length > 0,
  lists: ({ history }) => history.plan.matters.some(isListed),
};

export const slidesOf = (state: AppState): readonly Slide[] =>
  SLIDES.filter((slide) => HAS[slide]?.(state) ?? true);

/** The slide so many steps on; the first and the last stay. */
export function slideAfter(app: App, slide: Slide, by: number): Slide {
  const slides = slidesOf(app.store.getState());
  const at = Math.min(slides.length - 1, Math.max(0, slides.indexOf(slide) + by));
  return slides[at] ?? slide;
}
