import { describe, expect, it } from "vitest";
import { createLatestWins } from "../../../src/app/state/latest-wins.ts";
import { settle } from "../app-fixture.ts";

describe("createLatestWins", () => {
  it("answers the first and the newest wish, never two at once", async () => {
    const answered: number[] = [];
    let busy = 0;
    const latest = createLatestWins<number>(async (wish) => {
      expect(++busy).toBe(1);
      await settle();
      answered.push(wish);
      busy--;
    });
    for (let wish = 0; wish < 9; wish++) latest.ask(wish);
    await settle();
    await settle();
    expect(answered).toEqual([0, 8]);
  });
});
