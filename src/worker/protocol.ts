// The messages between an engine's client and the worker that serves it, as one typed pair of unions, and
// which results may hand over their buffers instead of copying them. Inputs and outputs that are large come in pieces,
// the remainder last: a page copies 250,000 names in many short tasks.

import type { FailureCode, FailureDetails, Piece, Progress, Remainder } from "../core/base/index.ts";
import type { TaskInput, TaskName, TaskOutput } from "../core/engine/index.ts";

export type ToEngine =
  | { readonly kind: "piece"; readonly id: number; readonly piece: Piece }
  | {
      readonly kind: "run";
      readonly id: number;
      readonly task: TaskName;
      readonly input: Remainder<TaskInput<TaskName>>;
      /** Address that stays good until the search is to end early; see watch-token.ts. */
      readonly token?: string;
    }
  | { readonly kind: "cancel"; readonly id: number };

export type FromEngine =
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "piece"; readonly id: number; readonly piece: Piece }
  | { readonly kind: "done"; readonly id: number; readonly output: Remainder<TaskOutput<TaskName>> }
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly code: FailureCode;
      readonly details: FailureDetails;
    };

/** One end of a message channel: a Worker, a worker's global scope, or a MessagePort. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(
    type: "message" | "messageerror" | "error",
    listener: (event: { readonly data?: unknown; readonly message?: unknown }) => void,
  ): void;
  /** MessagePorts deliver nothing until started. */
  start?(): void;
}

/** Results the engine keeps no part of, so that their buffers may leave it. */
export const HANDED_OVER: Readonly<Record<TaskName, boolean>> = {
  "files.import": true,
  "files.inspect": false,
  "files.export": true,
  "files.convert": true,
  "project.read": true,
  "project.write": true,
  "packs.read": false,
  "records.register": false,
  "records.matters": false,
  "scene.open": false,
  "scene.records": false,
  "scene.close": false,
  "scene.analyse": false,
  "scene.sensitivity": false,
  "scene.areas": true,
  "scene.path": false,
  "scene.drag": false,
  "scene.snap": false,
  "siting.table": true,
  "siting.matrix": true,
  "siting.solve": true,
  "siting.capacity": true,
  "siting.areas": true,
  "siting.gain": false,
  "siting.candidates": false,
  "siting.compare": false,
  "grids.open": false,
  "grids.close": false,
  "grids.previous": true,
  "grids.draft": true,
  "grids.check": false,
  "grids.codes": false,
  "grids.borders": true,
  "grids.compare": false,
  "grids.rules": false,
  "report.pages": false,
};

/** Below this many bytes copying costs less than a transfer, and shared empty columns stay whole. */
export const TRANSFER_FROM = 16_384;

/** Columns are cut in copies, which nobody needs after they are sent. */
export const bufferOfPiece = ({ items }: Piece): Transferable[] =>
  ArrayBuffer.isView(items) ? [items.buffer] : [];

/** The buffers of at least TRANSFER_FROM bytes in a plain record, each once. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer && part.byteLength >= TRANSFER_FROM) found.add(part.buffer);
    } else if (Array.isArray(part)) {
      if (typeof part[0] === "object") part.forEach(visit);
    } else if (typeof part === "object" && part !== null) {
      Object.values(part).forEach(visit);
    }
  };
  visit(value);
  return [...found];
}
