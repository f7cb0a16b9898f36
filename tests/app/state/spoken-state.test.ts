import { describe, expect, it } from "vitest";
import { reachState, sizeState } from "../../../src/app/state/spoken-state.ts";
import type { CommunityResult, Flag } from "../../../src/core/assess/index.ts";

const result = (flags: readonly Flag[], known: Partial<CommunityResult> = {}) =>
  ({ flags, coverage: 0.9, requiredArea: 300, ...known }) as unknown as CommunityResult;

describe("what is said of a community", () => {
  it("is of one thing: too far says nothing of the area, too small nothing of the walk", () => {
    const both = result(["tooFar", "tooSmall"]);
    expect([reachState(both), sizeState(both)]).toEqual(["tooFar", "tooSmall"]);
    expect(sizeState(result(["tooFar"]))).toBe("met");
    expect(reachState(result(["noCenter"]))).toBe("met");
    expect(sizeState(result(["noCenter"]))).toBe("noCenter");
  });

  it("is unknown where the area or the walk is not known, even beside a certain fault", () => {
    const far = result(["tooFar", "unknownFloorArea"]);
    expect([reachState(far), sizeState(far)]).toEqual(["tooFar", "unknown"]);
    expect(reachState(result(["unknownAccess"]))).toBe("unknown");
    expect(reachState(result(["unknownHouseholds"], { coverage: null }))).toBe("unknown");
    expect(sizeState(result(["unknownHouseholds"], { requiredArea: null }))).toBe("unknown");
    expect(sizeState(result(["unknownHouseholds"]))).toBe("met");
  });
});
