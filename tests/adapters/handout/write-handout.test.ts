import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../../src/adapters/handout/sha256.ts";
import { writeHandout } from "../../../src/adapters/handout/write-handout.ts";
import type { ReportDocument } from "../../../src/core/report/index.ts";
import { openTown, type Town } from "../../helpers/report-town.ts";

const WICKED = "</script><img src=x onerror=alert(1)>";
const NAMES = ["桂花社区", WICKED, '"东湖" & <b>枫林</b>'];
const host = { between: () => Promise.resolve() };

let town: Town;
let report: ReportDocument;
let html: string;

beforeAll(async () => {
  town = await openTown({ names: NAMES, centerName: () => WICKED });
  report = await town.report({ content: "pack", handout: true, stale: true });
  html = new TextDecoder().decode(await writeHandout(report, host));
});

describe("the hand-out", () => {
  it("lets nothing in or out: no address, no markup from names, scripts and styles by their hashes", () => {
    expect(html).toMatch(/default-src 'none'/);
    expect(
      html.replace('xmlns="http://www.w3.org/2000/svg"', "").replace(/http:\/\/www\.w3\.org\/2000\/svg/g, ""),
    ).not.toMatch(/https?:\/\//);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<b>");
    expect(html).toContain(".place {");
    const hashOf = (tag: string): string => {
      const [, text] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)!;
      return createHash("sha256").update(text!).digest("base64");
    };
    expect(html).toContain(`script-src 'sha256-${hashOf("script")}'`);
    expect(html).toContain(`style-src 'sha256-${hashOf("style")}'`);
    expect(html).not.toMatch(/ style="/);
  });

  it("holds every community with the figures of its page, and the mark of stale ones", () => {
    const [, json] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)!;
    const { places } = JSON.parse(json!);
    expect(places.map(({ name }: { name: string }) => name)).toEqual(NAMES);
    for (const [i, result] of town.analysis.communities.entries()) {
      const values = places[i].figures.map(({ value }: { value: string }) => value);
      expect(values).toContain(`${result.households} 户`);
    }
    expect((html.match(/class="place"/g) ?? []).length).toBe(NAMES.length);
    expect(html).toContain("方案已改动");
    expect(html).toContain("第 7 版");
  });

  it("comes out without communities, and refuses a report that was made without it", async () => {
    const empty = await openTown({ names: [] });
    const bytes = await writeHandout(await empty.report({ handout: true }), host);
    expect(new TextDecoder().decode(bytes)).toContain('id="map"');
    await expect(writeHandout({ handout: null }, host)).rejects.toThrow("without its hand-out");
  });
});

describe("sha256", () => {
  it("is that of another implementation", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(Buffer.from(sha256(text)).toString("hex")).toBe(
          createHash("sha256").update(text).digest("hex"),
        );
      }),
    );
  });
});
