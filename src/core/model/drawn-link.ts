// A way drawn by hand: a path, a footbridge or a gate that is planned, or that the files left out. It joins the
// walking network of the plan, never the baseline's.

export const LINK_KINDS = ["path", "footbridge", "gate"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface DrawnLink {
  readonly id: string;
  readonly name: string;
  readonly kind: LinkKind;
  /** Degrees, WGS-84: pairs of longitude and latitude; a gate is one pair. */
  readonly line: readonly number[];
  /** Vertical level: 0 ground, > 0 bridge, < 0 tunnel. */
  readonly level: number;
  /** Closed ways are kept and not walked. */
  readonly open: boolean;
  /** Compound a gate leads into; null = none. */
  readonly compound: string | null;
}
