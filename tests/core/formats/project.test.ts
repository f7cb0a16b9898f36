import { describe, expect, it } from "vitest";
import { looksLikeProject, readProject } from "../../../src/core/formats/project.ts";

const PROJECT = {
  version: 1,
  name: "星河区",
  pack: "hunan-2022",
  walk: { minutes: 15, speed: 1 },
  layers: [
    {
      role: "residences",
      file: "a.geojson",
      datum: "gcj02",
      fields: { households: "户数" },
      asOf: "2024-06",
    },
    { role: "centers", file: "b.csv" },
  ],
};
const problemsOf = (project: unknown) =>
  readProject("p.json", JSON.stringify(project)).problems.map(({ values }) => values);

describe("readProject", () => {
  it("reads a project, absent members filled in", () => {
    const { project, problems } = readProject("p.json", JSON.stringify(PROJECT));
    expect(problems).toEqual([]);
    expect(project?.layers[1]).toEqual({ role: "centers", file: "b.csv", datum: "", fields: {}, asOf: null });
  });

  it.each([
    ["an unknown role", { ...PROJECT, layers: [{ role: "houses", file: "a" }] }, "layers[0].role"],
    ["a layer without a file", { ...PROJECT, layers: [{ role: "residences" }] }, "layers[0].file"],
    [
      "a field we do not have",
      { ...PROJECT, layers: [{ ...PROJECT.layers[0], fields: { hh: "x" } }] },
      "layers[0].fields",
    ],
    ["no layers", { ...PROJECT, layers: [] }, "layers"],
    ["a member we do not know", { ...PROJECT, colour: "red" }, "$"],
    ["a speed of zero", { ...PROJECT, walk: { speed: 0 } }, "walk.speed"],
    ["a list", [], "$"],
  ])("says where the fault is: %s", (_, project, path) => {
    expect(problemsOf(project)[0]?.["path"]).toBe(path);
  });

  it("tells a newer version from a wrong one", () => {
    expect(problemsOf({ ...PROJECT, version: 2, future: true })).toEqual([
      { path: "version", problem: "newer", expected: 2 },
    ]);
  });

  it("says where a cut file ends", () => {
    const { project, problems } = readProject("p.json", JSON.stringify(PROJECT).slice(0, 40));
    expect(project).toBeNull();
    expect(problems[0]).toMatchObject({ code: "file.truncated", file: "p.json", values: { length: 40 } });
  });
});

describe("looksLikeProject", () => {
  it.each([
    ["project.json", "", true],
    ["demo/project.json", "", true],
    ["星河.quandian.json", "", true],
    ["district.json", '{"version":1,"layers": [', true],
    ["layers.json", '{"type":"FeatureCollection","features":[', false],
    ["residences.geojson", '{"layers":[', false],
  ])("%s", (name, head, expected) => {
    expect(looksLikeProject(name, head)).toBe(expected);
  });
});
