// A page before it has its number: what the makers of pages hand to build-pages.ts, and the makers' common ground.

import type { MapFacts } from "../map/map-facts.ts";
import type { FigureTrace, Page, PageItem, PageKind, Provenance } from "../page.ts";
import type { Sheet } from "../paper.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { say } from "../report-words.ts";
import { type Block, flowBlocks } from "./blocks.ts";
import { framePage } from "./page-frame.ts";

export interface Desk {
  readonly subject: ReportSubject;
  readonly request: ReportRequest;
  readonly facts: MapFacts;
  readonly sheet: Sheet;
  readonly provenance: Provenance;
  readonly foot: readonly string[];
}

export type Draft = Omit<Page, "width" | "height" | "provenance">;

export interface DraftParts {
  readonly key: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly items: readonly PageItem[];
  readonly scale?: number | null;
  readonly figures?: readonly FigureTrace[];
}

export const draftOf = ({ scale = null, figures = [], ...parts }: DraftParts): Draft => ({
  ...parts,
  scale,
  figures,
});

/** Pages for what found no room beside a map, as many as it needs. */
export function restPages(
  { sheet, request, foot }: Desk,
  parts: { readonly key: string; readonly kind: PageKind; readonly title: string; readonly subtitle: string },
  blocks: readonly Block[],
): Draft[] {
  const pages: Draft[] = [];
  let rest = blocks;
  while (rest.length > 0) {
    const title = say(request.words, "title.continued", { title: parts.title });
    const frame = framePage({ sheet, title, subtitle: parts.subtitle, request, foot, isMap: false });
    const gap = 6 * sheet.type;
    const columns = frame.body.width > 220 ? 3 : 2;
    const width = (frame.body.width - gap * (columns - 1)) / columns;
    const boxes = Array.from({ length: columns }, (_, i) => ({
      ...frame.body,
      x: frame.body.x + i * (width + gap),
      width,
    }));
    const flowed = flowBlocks(rest, boxes);
    if (flowed.rest.length === rest.length && flowed.items.length === 0) break;
    rest = flowed.rest;
    const key = `${parts.key}+${pages.length + 1}`;
    pages.push(draftOf({ ...parts, key, title, items: [...frame.items, ...flowed.items] }));
  }
  return pages;
}
