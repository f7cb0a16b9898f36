import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/app/state/settings.ts";

describe("readSettings", () => {
  it("brings back what was stored", () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      language: "en" as const,
      walk: { minutes: 10, speed: 0.8 },
      areaView: "nearest" as const,
      leftWidth: 300,
    };
    expect(readSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it("falls back field by field, whatever is stored", () => {
    expect(readSettings('{"walk":{"minutes":-3,"speed":0.8},"areaView":"moon"}')).toEqual({
      ...DEFAULT_SETTINGS,
      walk: { minutes: 15, speed: 0.8 },
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const { walk, language } = readSettings(stored);
        expect(walk.minutes).toBeGreaterThan(0);
        expect(walk.speed).toBeGreaterThan(0);
        expect(["zh-CN", "en"]).toContain(language);
      }),
    );
  });
});
