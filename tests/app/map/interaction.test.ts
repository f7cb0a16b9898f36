import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DRAG_THRESHOLD,
  type HandEffect,
  type HandEvent,
  type HandState,
  handStep,
  IDLE,
  type Pixel,
} from "../../../src/app/map/interaction.ts";

function play(events: readonly HandEvent[]): { state: HandState; effects: HandEffect[] } {
  let state: HandState = IDLE;
  const effects: HandEffect[] = [];
  for (const event of events) {
    const next = handStep(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
const saying = (effects: readonly HandEffect[]) =>
  effects.filter((effect) => !["requestFrame", "grab", "letGo"].includes(effect.do));

const press: HandEvent = { type: "press", at: [100, 100], center: "A", middle: [103, 98] };
const move = (x: number, y: number): HandEvent => ({ type: "move", at: [x, y] });

describe("handStep", () => {
  it("drags a centre by the point where it was taken", () => {
    const { effects, state } = play([
      press,
      move(110, 100),
      { type: "frame" },
      { type: "release", at: [120, 100] },
    ]);
    expect(saying(effects)).toEqual([
      { do: "dragStart", center: "A" },
      { do: "dragMove", center: "A", at: [113, 98] },
      { do: "dragEnd", center: "A", at: [123, 98] },
    ]);
    expect(state).toEqual(IDLE);
  });

  it("takes a press that hardly moves for no drag, so that the click may select", () => {
    const { effects } = play([
      press,
      move(100 + DRAG_THRESHOLD, 100),
      { type: "release", at: [103, 100] },
      { type: "click", at: [103, 100] },
    ]);
    expect(saying(effects)).toEqual([{ do: "select", at: [103, 100] }]);
  });

  it("moves once a frame however often the pointer does", () => {
    const { effects } = play([
      press,
      move(110, 100),
      move(111, 100),
      move(112, 100),
      { type: "frame" },
      { type: "frame" },
    ]);
    expect(effects.filter((effect) => effect.do === "dragMove")).toEqual([
      { do: "dragMove", center: "A", at: [115, 98] },
    ]);
    expect(effects.filter((effect) => effect.do === "requestFrame")).toHaveLength(1);
  });

  it("cancels with nothing kept, and ignores what comes after", () => {
    const { effects } = play([
      press,
      move(150, 100),
      { type: "cancel" },
      { type: "frame" },
      { type: "release", at: [160, 100] },
    ]);
    expect(saying(effects)).toEqual([
      { do: "dragStart", center: "A" },
      { do: "dragCancel", center: "A" },
    ]);
  });

  it("places at the next click and does not drag meanwhile", () => {
    const { effects } = play([
      { type: "tool", tool: "addCenter" },
      press,
      move(150, 100),
      { type: "frame" },
      { type: "click", at: [5, 6] },
    ]);
    expect(saying(effects)).toEqual([
      { do: "hover", at: [150, 100] },
      { do: "place", at: [5, 6] },
    ]);
  });

  it("forgets the pointer when it leaves", () => {
    expect(saying(play([move(1, 2), { type: "leave" }, { type: "frame" }]).effects)).toEqual([
      { do: "hover", at: null },
    ]);
  });

  it("keeps every gesture whole, whatever happens in whatever order", () => {
    const pixel: fc.Arbitrary<Pixel> = fc.tuple(fc.nat(200), fc.nat(200));
    const event: fc.Arbitrary<HandEvent> = fc.oneof(
      fc.constantFrom<HandEvent>(
        { type: "leave" },
        { type: "cancel" },
        { type: "frame" },
        { type: "tool", tool: "select" },
        { type: "tool", tool: "addCenter" },
      ),
      pixel.map((at): HandEvent => ({ type: "move", at })),
      pixel.map((at): HandEvent => ({ type: "release", at })),
      pixel.map((at): HandEvent => ({ type: "click", at })),
      fc
        .record({ at: pixel, middle: pixel, center: fc.constantFrom("A", "B") })
        .map((it): HandEvent => ({ type: "press", ...it })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let open: string | null = null;
        let held = 0;
        for (const effect of play(events).effects) {
          if (effect.do === "grab") held++;
          if (effect.do === "letGo") held--;
          expect(held === 0 || held === 1).toBe(true);
          if (effect.do === "dragStart") {
            expect(open).toBeNull();
            open = effect.center;
          }
          if (effect.do === "dragMove") expect(effect.center).toBe(open);
          if (effect.do === "dragEnd" || effect.do === "dragCancel") {
            expect(effect.center).toBe(open);
            open = null;
          }
          if (effect.do === "hover" || effect.do === "select") expect(open).toBeNull();
        }
      }),
    );
  });
});
