import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateJsonFault } from "../../../src/core/formats/locate-json-fault.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("locateJsonFault", () => {
  it.each([
    ['{"a":1,}', 7, false],
    ['{"a" 1}', 5, false],
    ["[1 2]", 3, false],
    ["[1}", 2, false],
    ["{a:1}", 1, false],
    ['{"a":[1,{"b":2}', 15, true],
    ['{"a":"cut of', 5, true],
    ['{"a":tru', 5, true],
    ['{"a":1}}', 7, false],
    ["[1,2,-", 5, true],
  ])("finds the fault of %s", (text, offset, truncated) => {
    expect(locateJsonFault(text)).toMatchObject({ offset, truncated });
  });

  it("counts lines and columns from one", () => {
    expect(locateJsonFault('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({ line: 3, column: 3 });
  });

  it("finds nothing wrong with valid JSON and calls every cut of it truncated", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }), (json, indent, at) => {
        const text = JSON.stringify([JSON.parse(json)], null, indent);
        expect(locateJsonFault(text)).toBeNull();
        const cut = text.slice(0, Math.floor(at * (text.length - 1)));
        expect(locateJsonFault(cut)?.truncated).toBe(true);
      }),
    );
  });

  it("agrees with the parser on which texts are JSON", () => {
    const token = fc.constantFrom("{", "}", "[", "]", ",", ":", '"k"', "1", "-", "true", "nul", " ", "\\");
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join("");
        expect(locateJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
