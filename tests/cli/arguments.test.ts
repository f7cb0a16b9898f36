import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";

describe("parseArguments", () => {
  it("reads the whole contract", () => {
    const line =
      "analyse town --pack national --minutes 12.5 --speed=0.8 --out o --json --residences r --centers c --network n " +
      "--communities m --barriers b --households h --area a --name n2 --id i --datum EPSG:4547 --encoding gbk --keep-columns 户主,电话 --lang en";
    expect(parseArguments(line.split(" "))).toEqual({
      kind: "analyse",
      language: "en",
      options: {
        input: "town",
        layers: [
          { role: "residences", file: "r" },
          { role: "centers", file: "c" },
          { role: "network", file: "n" },
          { role: "communities", file: "m" },
          { role: "barriers", file: "b" },
        ],
        fields: { households: "h", area: "a", name: "n2", id: "i" },
        datum: "EPSG:4547",
        encoding: "gbk",
        keepColumns: ["户主", "电话"],
        pack: "national",
        minutes: 12.5,
        speed: 0.8,
        out: "o",
        json: true,
      },
    });
  });

  it.each([
    ["", "noCommand"],
    ["analyze x", "unknownCommand"],
    ["analyse", "noInput"],
    ["inspect", "noFiles"],
    ["inspect a --encoding klingon", "badEncoding"],
    ["analyse --residences r", "noInput"],
    ["analyse a b", "tooManyInputs"],
    ["analyse a --speeds 1", "unknownOption"],
    ["analyse a --toString 1", "unknownOption"],
    ["analyse a -x", "unknownOption"],
    ["analyse a --json=1", "needlessValue"],
    ["analyse a --out", "noValue"],
    ["analyse a --out --json", "noValue"],
    ["analyse a --minutes 0", "notPositive"],
    ["analyse a --minutes -5", "notPositive"],
    ["analyse a --minutes fifteen", "notPositive"],
    ["analyse a --speed 1e400", "notPositive"],
    ["analyse a --speed Infinity", "notPositive"],
    ["analyse a --datum EPSG:2", "badDatum"],
    ["analyse a --datum mars", "badDatum"],
    ["analyse a --lang fr", "badLanguage"],
  ])("refuses “%s”", (line, fault) => {
    expect(parseArguments(line.split(" ").filter(Boolean))).toMatchObject({ kind: "fault", fault });
  });

  it("offers help before anything else", () => {
    expect(parseArguments(["--help", "--nonsense"]).kind).toBe("help");
    expect(parseArguments(["analyse", "-h", "--lang", "en"])).toEqual({ kind: "help", language: "en" });
  });
});
