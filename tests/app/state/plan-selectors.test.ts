import { describe, expect, it } from "vitest";
import { communityState } from "../../../src/app/state/plan-selectors.ts";

describe("communityState", () => {
  it("names what is wrong before what is unknown", () => {
    expect(communityState({ flags: [] })).toBe("met");
    expect(communityState({ flags: ["unknownAccess"] })).toBe("unknown");
    expect(communityState({ flags: ["unknownAccess", "tooSmall"] })).toBe("tooSmall");
    expect(communityState({ flags: ["tooFar", "tooSmall"] })).toBe("both");
    expect(communityState({ flags: ["noCenter"] })).toBe("noCenter");
    expect(communityState({ flags: ["noCenter", "tooFar"] })).toBe("both");
  });
});
