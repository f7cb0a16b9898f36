// The hand on the net, event by event: what begins, what goes on, what a second finger or Escape takes back.

import { describe, expect, it } from "vitest";
import {
  GESTURE_IDLE,
  type GestureEffect,
  type GestureEvent,
  gestureStep,
} from "../../../../src/app/map/grids/grid-gesture.ts";
import type { GridTool } from "../../../../src/app/map/grids/grid-tools.ts";

/** Effects of a script with a tool in the hand. */
function play(tool: GridTool, script: readonly GestureEvent[]): GestureEffect[] {
  let state = gestureStep(GESTURE_IDLE, { type: "tool", tool }).state;
  return script.flatMap((event) => {
    const next = gestureStep(state, event);
    state = next.state;
    return next.effects;
  });
}
const names = (effects: readonly GestureEffect[]): string => effects.map((effect) => effect.do).join(" ");
const press: GestureEvent = { type: "press", at: [0, 0] };
const move = (x: number): GestureEvent => ({ type: "move", at: [x, 0] });
const frame: GestureEvent = { type: "frame" };

describe("gestureStep", () => {
  it("leaves the map alone without a tool", () => {
    expect(play("select", [press, move(5), { type: "release", at: [5, 0] }])).toEqual([]);
  });

  it.each(["brush", "compound", "border"] as const)(
    "strokes with the %s, every point in the next frame",
    (tool) => {
      const effects = play(tool, [press, move(3), move(6), frame, move(9), { type: "release", at: [10, 0] }]);
      expect(names(effects)).toBe(
        "hold strokeStart strokeMove requestFrame strokeMove requestFrame letGo strokeMove strokeEnd",
      );
      const trails = effects.flatMap((effect) =>
        effect.do === "strokeMove" ? [effect.trail.map(([x]) => x)] : [],
      );
      expect(trails).toEqual([[0], [0, 3, 6], [6, 9, 10]]);
    },
  );

  it("takes a stroke back at a second finger, at Escape and at another tool", () => {
    for (const end of [press, { type: "cancel" }, { type: "tool", tool: "lasso" }] as const) {
      expect(names(play("brush", [press, move(3), end]))).toMatch(/letGo strokeCancel$/);
      expect(names(play("lasso", [press, move(9), end]))).toMatch(/letGo ink$/);
    }
  });

  it("keeps the way of a lasso and the two ends of a cut", () => {
    const shape = (tool: "lasso" | "split") =>
      play(tool, [press, move(9), move(10), move(30), { type: "release", at: [40, 0] }]).find(
        (effect) => effect.do === "shape",
      );
    expect(shape("lasso")).toMatchObject({
      points: [
        [0, 0],
        [9, 0],
        [30, 0],
        [40, 0],
      ],
    });
    expect(shape("split")).toMatchObject({
      points: [
        [0, 0],
        [40, 0],
      ],
    });
  });
});
