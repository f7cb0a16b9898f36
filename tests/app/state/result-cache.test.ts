import { describe, expect, it } from "vitest";
import { createResultCache } from "../../../src/app/state/result-cache.ts";

describe("createResultCache", () => {
  it("drops the least recently used", () => {
    const cache = createResultCache<number>(2);
    cache.set("a", 1);
    cache.set("b", 2);
    cache.get("a");
    cache.set("c", 3);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
  });
});
