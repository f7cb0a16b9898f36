// A hand for the browser tests: waits for states of the screen instead of for time, reads its figures, flies to
// places so that they lie in the middle of the map, and drops files made in the page itself.

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Generous: software rendering on two busy cores. */
export const PATIENCE = { timeout: 20_000, interval: 100 } as const;

export interface DroppedFile {
  readonly name: string;
  /** Text, or bytes. */
  readonly body: string | readonly number[];
}

/** Resolves once a project is analysed: the coverage stands and nothing is being computed. */
export async function analysed(page: Page): Promise<void> {
  await page.locator(".headline:not([data-stale]) .hero").waitFor(PATIENCE);
  await page.locator(".progress").waitFor({ state: "detached", timeout: PATIENCE.timeout });
}

/** Resolves once the map has been drawn and rests. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator(".map-view canvas[data-hand]").waitFor({ state: "attached", timeout: PATIENCE.timeout });
}

/** The coverage figure, percent. */
export const coverage = async (page: Page): Promise<number> =>
  Number.parseFloat((await page.locator(".hero").innerText()).split("%")[0] ?? "");

/** "86,724 / 91,283" of the coverage, as two numbers. */
export async function households(page: Page): Promise<[number, number]> {
  const found = /([\d,]+) \/ ([\d,]+)/.exec(await page.locator(".hero-of").innerText());
  return [numberIn(found?.[1]), numberIn(found?.[2])];
}

const numberIn = (text: string | undefined): number => Number((text ?? "").replaceAll(",", "") || "NaN");

/** Waits until a value read from the page is as wanted. */
export const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, PATIENCE);

/** Goes to a step of the work by its key. */
export async function goTo(page: Page, step: 1 | 2 | 3 | 4 | 5): Promise<void> {
  await page
    .locator(".rail-step")
    .nth(step - 1)
    .click();
  await page.locator(`.rail-step:nth-child(${step})[aria-current=step]`).waitFor(PATIENCE);
}

/** Finds a place by its name (and kind) and flies there: it lies in the middle of the map afterwards. */
export async function flyTo(page: Page, name: string, kind: string | RegExp = ""): Promise<void> {
  await page.getByRole("combobox", { name: /查找|Search/ }).fill(name);
  await page
    .locator(".found-place", { has: page.locator("small", { hasText: kind }) })
    .first()
    .click(PATIENCE);
  await page.locator(".inspector").waitFor(PATIENCE);
}

/** Middle of what the map flies to, page pixels; the room it leaves free is 8 px more below than above. */
export async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator(".map-view").boundingBox();
  if (box === null) throw new Error("there is no map");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 - 4 };
}

/** Moves the pointer to the middle of the map until the map shows the wanted cursor there: the flight is over. */
export async function pointAtMiddle(
  page: Page,
  cursor: "grab" | "pointer",
): Promise<{ x: number; y: number }> {
  let wiggle = 0;
  let middle = await middleOfMap(page);
  await eventually(async () => {
    middle = await middleOfMap(page);
    wiggle = 1 - wiggle;
    await page.mouse.move(middle.x + wiggle, middle.y);
    await nextFrame(page);
    return page.locator(".map-view canvas[data-hand]").evaluate((canvas: HTMLElement) => canvas.style.cursor);
  }).toBe(cursor);
  return middle;
}

/** Two frames: what a pointer event asked for has been done. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** Drags files over the window and lets them go, as a person does. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, body } of dropped) {
      const part = typeof body === "string" ? body : Uint8Array.from(body);
      data.items.add(new File([part], name));
    }
    const target = document.querySelector(".map") ?? document.body;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, files);
}

/** All words on the screen, each element's own, hidden ones and labels of controls included. */
export const wordsOf = (scope: Locator): Promise<string[]> =>
  scope.evaluate((root) => {
    const words: string[] = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walk.currentNode; node !== null; node = walk.nextNode()) {
      if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "data-tip"]) {
          const value = node.getAttribute(name);
          if (value) words.push(value);
        }
      } else if (node.textContent?.trim()) words.push(node.textContent.trim());
    }
    return words;
  });
