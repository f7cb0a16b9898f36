// What a hand does on the net, as a state chart without a map: events in, the next state and a list of effects
// out. A press with a tool begins a gesture; a second finger, Escape or another button ends it without effect.
// Movement takes effect on the next animation frame, with every point passed since, so that a fast stroke has no holes.

import type { Pixel } from "../interaction.ts";
import type { GridTool } from "./grid-tools.ts";

/** Tools whose gesture works while it goes on; the others act when the pointer is let go. */
export type StrokeTool = "brush" | "compound" | "border";
export type ShapeTool = "lasso" | "split";

export type GestureState =
  | { readonly kind: "idle"; readonly tool: GridTool }
  | {
      readonly kind: "stroking";
      readonly tool: StrokeTool;
      /** Passed since the last frame, the last point of that frame first. */
      readonly trail: readonly Pixel[];
    }
  | { readonly kind: "shaping"; readonly tool: ShapeTool; readonly points: readonly Pixel[] };

export type GestureEvent =
  | { readonly type: "tool"; readonly tool: GridTool }
  | { readonly type: "press"; readonly at: Pixel }
  | { readonly type: "move"; readonly at: Pixel }
  | { readonly type: "release"; readonly at: Pixel }
  | { readonly type: "cancel" }
  | { readonly type: "frame" };

export type GestureEffect =
  | { readonly do: "hold" }
  | { readonly do: "letGo" }
  | { readonly do: "requestFrame" }
  /** Ring of the brush, line of the lasso or cut; null takes it away. */
  | { readonly do: "ink"; readonly points: readonly Pixel[] | null }
  | { readonly do: "strokeStart"; readonly tool: StrokeTool; readonly at: Pixel }
  | { readonly do: "strokeMove"; readonly tool: StrokeTool; readonly trail: readonly Pixel[] }
  | { readonly do: "strokeEnd"; readonly tool: StrokeTool }
  | { readonly do: "strokeCancel"; readonly tool: StrokeTool }
  | { readonly do: "shape"; readonly tool: ShapeTool; readonly points: readonly Pixel[] };

export interface GestureStep {
  readonly state: GestureState;
  readonly effects: readonly GestureEffect[];
}

export const GESTURE_IDLE: GestureState = { kind: "idle", tool: "select" };

/** Points of a lasso closer than this to the last one add nothing, pixels. */
const LASSO_STEP = 3;

export function gestureStep(state: GestureState, event: GestureEvent): GestureStep {
  if (event.type === "tool" && state.kind !== "idle") {
    const ended = cancelled(state);
    return { state: { kind: "idle", tool: event.tool }, effects: ended.effects };
  }
  switch (state.kind) {
    case "idle":
      return idle(state, event);
    case "stroking":
      return stroking(state, event);
    case "shaping":
      return shaping(state, event);
  }
}

type Idle = Extract<GestureState, { kind: "idle" }>;
type Stroking = Extract<GestureState, { kind: "stroking" }>;
type Shaping = Extract<GestureState, { kind: "shaping" }>;

const step = (state: GestureState, ...effects: GestureEffect[]): GestureStep => ({ state, effects });

function idle(state: Idle, event: GestureEvent): GestureStep {
  if (event.type === "tool") return step({ kind: "idle", tool: event.tool });
  if (event.type !== "press" || state.tool === "select") return step(state);
  const { tool } = state;
  if (tool === "lasso" || tool === "split") {
    return step({ kind: "shaping", tool, points: [event.at] }, { do: "hold" });
  }
  return step(
    { kind: "stroking", tool, trail: [event.at] },
    { do: "hold" },
    { do: "strokeStart", tool, at: event.at },
    { do: "strokeMove", tool, trail: [event.at] },
  );
}

function stroking(state: Stroking, event: GestureEvent): GestureStep {
  const { tool, trail } = state;
  switch (event.type) {
    case "move": {
      const next: Stroking = { ...state, trail: [...trail, event.at] };
      return trail.length > 1 ? step(next) : step(next, { do: "requestFrame" });
    }
    case "frame":
      if (trail.length < 2) return step(state);
      return step({ ...state, trail: trail.slice(-1) }, { do: "strokeMove", tool, trail });
    case "release": {
      const rest = [...trail, event.at];
      return step(
        { kind: "idle", tool },
        { do: "letGo" },
        { do: "strokeMove", tool, trail: rest },
        { do: "strokeEnd", tool },
      );
    }
    case "press":
    case "cancel":
      return cancelled(state);
    default:
      return step(state);
  }
}

function shaping(state: Shaping, event: GestureEvent): GestureStep {
  const { tool, points } = state;
  switch (event.type) {
    case "move": {
      const next = extended(state, event.at);
      return next === points ? step(state) : step({ ...state, points: next }, { do: "ink", points: next });
    }
    case "release":
      return step(
        { kind: "idle", tool },
        { do: "letGo" },
        { do: "ink", points: null },
        { do: "shape", tool, points: extended(state, event.at) },
      );
    case "press":
    case "cancel":
      return cancelled(state);
    default:
      return step(state);
  }
}

/** A cut is straight from press to pointer; a lasso keeps its way. */
function extended({ tool, points }: Shaping, at: Pixel): readonly Pixel[] {
  const [first] = points;
  if (tool === "split" && first !== undefined) return [first, at];
  const last = points.at(-1);
  const near = last !== undefined && Math.hypot(at[0] - last[0], at[1] - last[1]) < LASSO_STEP;
  return near ? points : [...points, at];
}

const cancelled = (state: Stroking | Shaping): GestureStep =>
  state.kind === "stroking"
    ? step({ kind: "idle", tool: state.tool }, { do: "letGo" }, { do: "strokeCancel", tool: state.tool })
    : step({ kind: "idle", tool: state.tool }, { do: "letGo" }, { do: "ink", points: null });
