// What a hand does on the map, as a state chart without a map: events in, the next state and a list of
// effects out. Four states: idle, pressed (on a centre, not yet moved), dragging, placing. Movement is only
// noted; it takes effect on the next animation frame, so nothing runs more often than the screen is drawn.

export type Pixel = readonly [number, number];

/** A press on a centre becomes a drag beyond this many pixels; below, it is a click. */
export const DRAG_THRESHOLD = 3;

export type HandState =
  | { readonly kind: "idle"; readonly pointer: Pixel | null }
  | { readonly kind: "placing"; readonly pointer: Pixel | null }
  | { readonly kind: "pressed"; readonly center: string; readonly from: Pixel; readonly grab: Pixel }
  | {
      readonly kind: "dragging";
      readonly center: string;
      /** Middle of the mark minus pointer, so that the mark does not jump under it. */
      readonly grab: Pixel;
      /** Middle of the mark now. */
      readonly at: Pixel;
      /** Moved since the last frame. */
      readonly dirty: boolean;
    };

export type HandEvent =
  | { readonly type: "tool"; readonly tool: "select" | "addCenter" }
  | { readonly type: "press"; readonly at: Pixel; readonly center: string; readonly middle: Pixel }
  | { readonly type: "move"; readonly at: Pixel }
  | { readonly type: "release"; readonly at: Pixel }
  | { readonly type: "click"; readonly at: Pixel }
  | { readonly type: "leave" }
  | { readonly type: "cancel" }
  | { readonly type: "frame" };

export type HandEffect =
  | { readonly do: "requestFrame" }
  /** Look what is under the pointer (null: nothing) and say so if it changed. */
  | { readonly do: "hover"; readonly at: Pixel | null }
  | { readonly do: "select"; readonly at: Pixel }
  | { readonly do: "place"; readonly at: Pixel }
  | { readonly do: "grab"; readonly center: string }
  | { readonly do: "letGo" }
  | { readonly do: "dragStart"; readonly center: string }
  | { readonly do: "dragMove"; readonly center: string; readonly at: Pixel }
  | { readonly do: "dragEnd"; readonly center: string; readonly at: Pixel }
  | { readonly do: "dragCancel"; readonly center: string };

export interface HandStep {
  readonly state: HandState;
  readonly effects: readonly HandEffect[];
}

export const IDLE: HandState = { kind: "idle", pointer: null };

export function handStep(state: HandState, event: HandEvent): HandStep {
  switch (state.kind) {
    case "idle":
    case "placing":
      return resting(state, event);
    case "pressed":
      return pressed(state, event);
    case "dragging":
      return dragging(state, event);
  }
}

type Resting = Extract<HandState, { kind: "idle" | "placing" }>;
type Pressed = Extract<HandState, { kind: "pressed" }>;
type Dragging = Extract<HandState, { kind: "dragging" }>;

const step = (state: HandState, ...effects: HandEffect[]): HandStep => ({ state, effects });
const plus = ([x, y]: Pixel, [dx, dy]: Pixel): Pixel => [x + dx, y + dy];

function resting(state: Resting, event: HandEvent): HandStep {
  switch (event.type) {
    case "tool":
      return step({ kind: event.tool === "addCenter" ? "placing" : "idle", pointer: state.pointer });
    case "move":
      return state.pointer === null
        ? step({ ...state, pointer: event.at }, { do: "requestFrame" })
        : step({ ...state, pointer: event.at });
    case "frame":
      return state.pointer === null
        ? step(state)
        : step({ ...state, pointer: null }, { do: "hover", at: state.pointer });
    case "leave":
      return step({ ...state, pointer: null }, { do: "hover", at: null });
    case "click":
      return step(state, { do: state.kind === "placing" ? "place" : "select", at: event.at });
    case "press": {
      if (state.kind === "placing") return step(state);
      const grab: Pixel = [event.middle[0] - event.at[0], event.middle[1] - event.at[1]];
      return step(
        { kind: "pressed", center: event.center, from: event.at, grab },
        { do: "grab", center: event.center },
      );
    }
    default:
      return step(state);
  }
}

function pressed(state: Pressed, event: HandEvent): HandStep {
  switch (event.type) {
    case "move": {
      const moved = Math.hypot(event.at[0] - state.from[0], event.at[1] - state.from[1]);
      if (moved <= DRAG_THRESHOLD) return step(state);
      const { center, grab } = state;
      return step(
        { kind: "dragging", center, grab, at: plus(event.at, grab), dirty: true },
        { do: "dragStart", center },
        { do: "requestFrame" },
      );
    }
    case "release":
    case "cancel":
      return step(IDLE, { do: "letGo" });
    default:
      return step(state);
  }
}

function dragging(state: Dragging, event: HandEvent): HandStep {
  const { center, grab } = state;
  switch (event.type) {
    case "move": {
      const next: Dragging = { ...state, at: plus(event.at, grab), dirty: true };
      return state.dirty ? step(next) : step(next, { do: "requestFrame" });
    }
    case "frame":
      return state.dirty
        ? step({ ...state, dirty: false }, { do: "dragMove", center, at: state.at })
        : step(state);
    case "release":
      return step(IDLE, { do: "letGo" }, { do: "dragEnd", center, at: plus(event.at, grab) });
    case "cancel":
      return step(IDLE, { do: "letGo" }, { do: "dragCancel", center });
    default:
      return step(state);
  }
}
