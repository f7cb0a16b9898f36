// The built application on the demo district, driven as a person does: by pointer and by keyboard. One browser, one
// page load; every test leaves the plan and the settings as it found them.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import {
  analysed,
  coverage,
  eventually,
  flyTo,
  goTo,
  households,
  mapDrawn,
  nextFrame,
  PATIENCE,
  pointAtMiddle,
  wordsOf,
} from "../helpers/drive-app.ts";

const HAN = /\p{Script=Han}/u;
const CENTER = "北坡社区党群服务中心";
/** Planted: its centre's floor area is too small. */
const SMALL = "柳溪社区";

let host: AppHost;
let app: AppPage;
let page: Page;

beforeAll(async () => {
  host = await hostApp();
  app = await host.open();
  page = app.page;
  await analysed(page);
  await mapDrawn(page);
});
beforeEach(async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
  await goTo(page, 2);
});
afterAll(() => host.close());

describe("the demo district", () => {
  it("opens by itself, analysed", async () => {
    const [covered, total] = await households(page);
    expect(total).toBeGreaterThan(80_000);
    expect(await coverage(page)).toBe(Math.floor((covered / total) * 1000) / 10);
    await goTo(page, 3);
    await eventually(() => page.locator(".left").innerText()).toMatch(/45 个社区中 \d+ 个有问题/);
    const counts = await page.locator(".left .chip .quiet").allInnerTexts();
    expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(45);
    expect(await page.locator(".left .chip").allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining("过小"),
        expect.stringContaining("过远"),
        expect.stringContaining("无数据"),
      ]),
    );
    await goTo(page, 2);
  });

  it("asks nobody else, and the browser is told to forbid it", async () => {
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).toMatch(/connect-src 'self' blob:/);
    expect(app.trouble).toEqual([]);
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          fetch("https://example.invalid/").catch(() => undefined);
        }),
    );
    expect(blocked).toBe("connect-src");
  });

  it("follows the walking speed", async () => {
    const standard = await coverage(page);
    await page.getByRole("button", { name: /步行/ }).click();
    const choose = (name: string) => page.getByRole("button", { name: new RegExp(name) }).click();
    await choose("老年步速");
    await eventually(() => coverage(page)).toBeLessThan(standard);
    await eventually(() => page.locator(".provenance").innerText()).toContain("0.8 米/秒");
    const elderly = await coverage(page);
    await choose("固定 800 米");
    await eventually(() => coverage(page)).toBeGreaterThan(elderly);
    await choose("固定 1000 米");
    await eventually(() => coverage(page)).toBeGreaterThan(standard);
    await choose("一般步速");
    await eventually(() => coverage(page)).toBe(standard);
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".walk-card").isVisible()).toBe(false);
  });

  it("closes what a button opened on Escape, before anything was touched in it", async () => {
    const card = page.locator(".pack-card");
    await page.getByRole("button", { name: /^规则包/ }).click();
    await card.waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "用法" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "用法" }).waitFor({ state: "hidden" });
  });

  it("judges by the chosen rule pack", async () => {
    const chips = page.locator(".drawer .chip");
    const before = await chips.allInnerTexts();
    const choose = async (pack: string): Promise<void> => {
      await page.getByRole("button", { name: /^规则包/ }).click();
      await page.locator(".pack-find input").fill(pack);
      await page.locator(".pack-row").first().click();
    };
    await choose("武汉");
    await eventually(() => chips.allInnerTexts()).not.toEqual(before);
    await choose("湖南");
    await eventually(() => chips.allInnerTexts()).toEqual(before);
  });

  it("speaks English in every corner", async () => {
    const names = dataNames();
    const foreign = async (): Promise<string[]> =>
      (await wordsOf(page.locator("#root")))
        .map((words) => names.reduce((rest, name) => rest.replaceAll(name, ""), words))
        .filter((words) => HAN.test(words) && words !== "中文");
    await page.getByRole("button", { name: "切换到英文界面" }).click();
    await eventually(() => page.locator(".rail").innerText()).toMatch(/Data\s+Circles\s+Assess/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    for (const step of [1, 2, 3] as const) {
      await goTo(page, step);
      await page.locator(".left-body section").nth(1).waitFor(PATIENCE);
      expect(await foreign(), `step ${step}`).toEqual([]);
    }
    await page.getByRole("button", { name: "Open the findings" }).click();
    await page.locator(".finding-go").first().click();
    await page.locator(".evidence").waitFor(PATIENCE);
    expect(await foreign()).toEqual([]);
    await page.getByRole("button", { name: "Close the findings" }).click();
    await page.getByRole("button", { name: "Switch to Chinese" }).click();
    await eventually(() => page.locator(".rail").innerText()).toMatch(/数据\s+服务圈\s+达标/);
    await page.getByRole("button", { name: "关闭" }).click();
    await goTo(page, 2);
  });
});

describe("a community", () => {
  it("shows how it stands first, then the evidence in sentences, unmet first", async () => {
    await goTo(page, 3);
    const row = page.locator(".left li", { hasText: SMALL }).first();
    await page.locator(".left .chip", { hasText: /^过小\d/ }).click();
    await row.locator("button").click();
    const panel = page.locator(".inspector");
    await eventually(() => panel.getByRole("heading", { level: 2 }).innerText()).toBe(SMALL);
    expect(await panel.locator(".state").innerText()).toContain("过小");
    const verdicts = await panel
      .locator(".evidence > li")
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset["verdict"]));
    expect(verdicts[0]).toBe("unmet");
    expect(verdicts.lastIndexOf("unmet")).toBeLessThan(verdicts.indexOf("met"));
    const sentence = await panel.locator(".evidence > li p").first().innerText();
    expect(sentence).toMatch(/\d[\d,.]* ?㎡/);
    expect(sentence).toMatch(/[缺少差]/);
    await page.locator(".left .chip[aria-pressed=true]").click();
    await page.keyboard.press("Escape");
    await goTo(page, 2);
  });

  it("is linked with the findings both ways", async () => {
    await page.getByRole("button", { name: "看全图" }).click();
    const scale = page.locator(".maplibregl-ctrl-scale");
    await eventually(() => scale.innerText()).toMatch(/^500\s/);
    await page.getByRole("button", { name: "展开判定表" }).click();
    const first = page.locator(".finding-row:not(.finding-head)").first();
    const place = await first.locator("[data-column=place]").innerText();
    await first.locator("button").click();
    await page.locator(".inspector h2").waitFor(PATIENCE);
    expect(place).toContain(await page.locator(".inspector h2").innerText());
    await eventually(() => scale.innerText()).not.toMatch(/^500\s/);

    await flyTo(page, "金穗社区党群服务中心");
    const middle = await pointAtMiddle(page, "grab");
    await page.keyboard.press("Escape");
    await page.locator(".inspector").waitFor({ state: "detached", timeout: PATIENCE.timeout });
    await page.mouse.click((await pointAtMiddle(page, "grab")).x, middle.y);
    const current = page.locator(".finding-row[aria-current]").first();
    await current.waitFor(PATIENCE);
    expect(await current.innerText()).toContain("金穗社区");
    const [list, box] = await Promise.all([
      page.locator(".drawer .virtual-list").boundingBox(),
      current.boundingBox(),
    ]);
    expect(box!.y).toBeGreaterThanOrEqual(list!.y);
    expect(box!.y + box!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".drawer .virtual-list").count()).toBe(0);
  });
});

describe("the map", () => {
  it("draws circles each, merged and by the nearest, and straight ones beside", async () => {
    const seen = new Set<string>();
    const drawn = async (): Promise<void> => {
      await eventually(async () => !seen.has(await picture())).toBe(true);
      await analysed(page);
      seen.add(await picture());
    };
    seen.add(await picture());
    for (const view of ["各自", "就近"]) {
      await page.getByRole("radio", { name: view }).check({ force: true });
      await drawn();
    }
    await page.getByRole("checkbox", { name: /对比直线圆/ }).check();
    await eventually(() => page.locator(".legend").innerText()).toContain("直线");
    await drawn();
    await page.getByRole("checkbox", { name: /对比直线圆/ }).uncheck();
    await page.getByRole("radio", { name: "合并" }).check({ force: true });
    await analysed(page);
  });

  it("shows the walk and the minutes of a building under the pointer", async () => {
    await flyTo(page, "华槿家园", "住宅");
    await pointAtMiddle(page, "pointer");
    await page.keyboard.press("Escape");
    await page.locator(".inspector").waitFor({ state: "detached", timeout: PATIENCE.timeout });
    const at = await pointAtMiddle(page, "pointer");
    await page.mouse.move(at.x + 400, at.y + 250);
    await nextFrame(page);
    const bare = await picture();
    await page.mouse.move(at.x, at.y);
    await eventually(() => picture()).not.toBe(bare);
    await page.mouse.click(at.x, at.y);
    await eventually(() => page.locator(".inspector .state").innerText()).toMatch(
      /[\d.]+\s*分钟\s*[\d,]+\s*米\s*圈[内外]/,
    );
    await page.keyboard.press("Escape");
  });
});

describe("a centre", () => {
  const edits = async (): Promise<string> => (await page.locator(".option-name em").allInnerTexts()).join();
  const grabbed = async (): Promise<{ x: number; y: number }> => {
    await flyTo(page, CENTER);
    return pointAtMiddle(page, "grab");
  };
  const hand = () =>
    page.locator(".map-view canvas[data-hand]").evaluate((canvas: HTMLElement) => canvas.dataset["hand"]);

  it("is dragged: figures follow, Escape takes it back, letting go is one step", async () => {
    const before = await households(page);
    const at = await grabbed();
    await page.mouse.down();
    await page.mouse.move(at.x - 60, at.y - 10, { steps: 4 });
    expect(await hand()).toBe("dragging");
    await page.mouse.move(at.x - 260, at.y - 40, { steps: 8 });
    await eventually(() => households(page)).not.toEqual(before);
    expect(await hand()).toBe("dragging");
    const onTheWay = await households(page);
    await page.mouse.move(at.x + 200, at.y + 60, { steps: 8 });
    await eventually(() => households(page)).not.toEqual(onTheWay);
    await page.keyboard.press("Escape");
    await eventually(() => households(page)).toEqual(before);
    expect(await hand()).toBe("idle");
    await page.mouse.up();
    expect(await edits()).toBe("");

    const again = await grabbed();
    await page.mouse.down();
    await page.mouse.move(again.x - 260, again.y - 40, { steps: 10 });
    await page.mouse.up();
    await analysed(page);
    await eventually(edits).toBe("1 处改动");
    await eventually(() => households(page)).not.toEqual(before);
    const moved = await households(page);
    await page.keyboard.press("Control+z");
    await eventually(() => households(page)).toEqual(before);
    expect(await edits()).toBe("");
    await page.keyboard.press("Control+Shift+Z");
    await eventually(() => households(page)).toEqual(moved);
    await page.keyboard.press("Control+z");
    await eventually(() => households(page)).toEqual(before);
  });

  it("is moved by arrow keys as one step", async () => {
    await grabbed();
    const before = await households(page);
    for (let i = 0; i < 6; i++) await page.keyboard.press("Shift+ArrowUp");
    await eventually(edits).toBe("1 处改动");
    await analysed(page);
    await page.keyboard.press("Control+z");
    await eventually(edits).toBe("");
    await eventually(() => households(page)).toEqual(before);
  });

  it("is resized by typing, and the community is too small no longer", async () => {
    await flyTo(page, `${SMALL}党群服务中心`);
    const community = page.locator(".own-community");
    await eventually(() => community.innerText()).toContain("过小");
    const area = page.getByRole("textbox", { name: /建筑面积/ });
    const was = await area.inputValue();
    await area.fill("-3");
    await area.press("Enter");
    await eventually(() => page.locator(".refusal").count()).toBe(1);
    await area.fill("5000");
    await area.press("Enter");
    await eventually(() => community.innerText()).not.toContain("过小");
    await area.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await eventually(() => community.innerText()).toContain("过小");
    await eventually(() => area.inputValue()).toBe(was);
  });

  it("is added by a click, removed by a key, and undone", async () => {
    const count = page.locator(".left h2 .quiet").last();
    const before = await count.innerText();
    await page.getByRole("button", { name: "加一处中心" }).click();
    expect(await hand()).toBe("placing");
    const box = await page.locator(".map-view").boundingBox();
    await page.mouse.click(box!.x + box!.width / 2 + 150, box!.y + box!.height / 2 + 90);
    await eventually(() => count.innerText()).not.toBe(before);
    await eventually(() => page.locator(".inspector h2").first().innerText()).toContain("新中心");
    await page.keyboard.press("Delete");
    await eventually(() => count.innerText()).toBe(before);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await eventually(edits).toBe("");
    await eventually(() => count.innerText()).toBe(before);
    await analysed(page);
  });
});

describe("without a pointer", () => {
  it("reaches every control by Tab, each named and with its focus in sight", async () => {
    await page.mouse.move(0, 0);
    await page.locator("h1").click();
    const seen: { name: string; role: string; visible: boolean }[] = [];
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      const stop = await focusedControl(page);
      if (stop === null) break;
      if (seen.length > 3 && stop.name === seen[0]?.name) break;
      seen.push(stop);
    }
    const nameless = seen.filter(({ name }) => name === "");
    expect(nameless).toEqual([]);
    expect(seen.filter(({ visible }) => !visible)).toEqual([]);
    const names = seen.map(({ name }) => name).join(" | ");
    for (const wanted of [
      "规则包",
      "步行",
      "查找",
      "切换到英文界面",
      "帮助",
      "数据",
      "服务圈",
      "达标",
      "加一处中心",
      "对比直线圆",
      "判定",
    ]) {
      expect(names).toContain(wanted);
    }
  });

  it("names every control to assistive technology", async () => {
    for (const step of [1, 2, 3] as const) {
      await page.keyboard.press(String(step));
      await page.locator(`.rail-step:nth-child(${step})[aria-current=step]`).waitFor(PATIENCE);
      expect(await namelessControls(page), `step ${step}`).toEqual([]);
    }
    await page.keyboard.press("2");
  });

  it("steps, searches, helps and steps back by keys", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type(SMALL);
    await page.locator(".found-place").first().waitFor(PATIENCE);
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".inspector h2").first().innerText()).toContain(SMALL);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".inspector").count()).toBe(0);
    await page.getByRole("button", { name: "帮助" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor(PATIENCE);
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    expect(app.trouble.filter((line) => !line.includes("example.invalid"))).toEqual([]);
  });
});

/** The map's pixels, as text that can be compared. */
const picture = async (): Promise<string> => {
  const box = await page.locator(".map-view").boundingBox();
  return (await page.screenshot({ clip: box! })).toString("base64");
};

/** What the control under focus is called, and whether an outline or a tint shows where the focus is. */
const focusedControl = (on: Page) =>
  on.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = (element as HTMLInputElement).labels;
    const name =
      element.getAttribute("aria-label") ??
      (labels && labels.length > 0 ? labels[0]?.textContent : null) ??
      element.textContent ??
      "";
    const marked = [element, element.closest("label"), element.closest("tr")].some((box) => {
      if (box === null) return false;
      const style = getComputedStyle(box);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
    });
    const tinted = element.matches("hr") && getComputedStyle(element).backgroundColor !== "rgba(0, 0, 0, 0)";
    return {
      name: name.trim(),
      role: element.getAttribute("role") ?? element.tagName,
      visible: marked || tinted,
    };
  });

const CONTROLS = [
  "button",
  "checkbox",
  "combobox",
  "radio",
  "slider",
  "spinbutton",
  "textbox",
  "link",
  "table",
];

/** Roles of controls that the accessibility tree has no name for. */
async function namelessControls(on: Page): Promise<string[]> {
  const session = await on.context().newCDPSession(on);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as {
    nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[];
  };
  await session.detach();
  const controls = nodes.filter(({ ignored, role }) => !ignored && CONTROLS.includes(role?.value ?? ""));
  expect(controls.length).toBeGreaterThan(12);
  return controls.filter(({ name }) => !name?.value).map(({ role }) => role?.value ?? "");
}

/** Names that are the data's own, in whatever language the screen speaks; the longest first. */
function dataNames(): string[] {
  const read = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`../../data/demo/${name}`, import.meta.url)), "utf8");
  const quoted = ["project.json", "communities.geojson", "subdistricts.geojson", "grids.geojson"].flatMap(
    (name) => [...read(name).matchAll(/"([^"]*\p{Script=Han}[^"]*)"/gu)].map(([, text]) => text ?? ""),
  );
  const cells = read("centers.csv").split(/[,\r\n]/);
  const fields = ["residences", "centers", "roads", "gates", "barriers"].flatMap((name) =>
    name === "centers"
      ? []
      : [...read(`${name}.geojson`).matchAll(/"([^"]*\p{Script=Han}[^"]*)"/gu)].map(([, text]) => text ?? ""),
  );
  const names = new Set([...quoted, ...cells, ...fields].filter((name) => HAN.test(name)));
  return [...names].sort((a, b) => b.length - a.length);
}
