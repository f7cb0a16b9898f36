// A finding as sentences need it: its numbers by name, bare and written out.

import type { EvidenceName, FigureUnit, Finding, Verdict } from "../core/assess/index.ts";
import type { MetricId } from "../core/standards/index.ts";
import { formatFigure } from "./figures.ts";
import type { Language } from "./language.ts";

export interface Facts {
  readonly finding: Finding;
  /** An evidence number; null when unknown or not part of this finding. */
  readonly number: (name: EvidenceName) => number | null;
  /** The same written out with its unit. */
  readonly text: (name: EvidenceName) => string;
  /** True when it is known and more than nought. */
  readonly some: (name: EvidenceName) => boolean;
  /** A number that is not evidence (required, shortfall, …) written out. */
  readonly write: (value: number | null, unit: FigureUnit) => string;
  readonly actual: string;
  readonly required: string;
  readonly shortfall: string;
}

export type SentenceTable = Readonly<Record<MetricId, Readonly<Record<Verdict, (facts: Facts) => string>>>>;

export function factsOf(finding: Finding, language: Language): Facts {
  const input = (name: EvidenceName) => finding.inputs.find((candidate) => candidate.name === name);
  const number = (name: EvidenceName) => input(name)?.value ?? null;
  const write = (value: number | null, unit: FigureUnit) => formatFigure(value, unit, language);
  return {
    finding,
    number,
    text: (name) => write(number(name), input(name)?.unit ?? finding.unit),
    some: (name) => (number(name) ?? 0) > 0,
    write,
    actual: write(finding.actual, finding.unit),
    required: write(finding.required, finding.unit),
    shortfall: write(finding.shortfall, finding.unit),
  };
}
