import { describe, expect, it } from "vitest";
import { createMapModelMaker } from "../../../src/app/state/map-model-of.ts";
import { testApp } from "../app-fixture.ts";

describe("the map's model", () => {
  it("keeps the parts that did not change, so that the map redraws no more than it must", () => {
    const { store } = testApp();
    const maker = createMapModelMaker();
    const before = maker.make(store.getState());
    store.setState(({ view }) => ({ view: { ...view, step: "assess" } }));
    const after = maker.make(store.getState());
    expect(after?.theme).toBe("assess");
    expect(after?.centers).toBe(before?.centers);
    expect(after?.communityStates).toBe(before?.communityStates);
    expect(after?.baseline).toBe(before?.baseline);
  });
});
