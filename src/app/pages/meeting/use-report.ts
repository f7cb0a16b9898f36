// The report that an order makes, laid out anew whenever the order or the figures change; the newest wish wins.

import { useEffect, useState } from "react";
import { Failure } from "../../../core/base/index.ts";
import { failureSentence } from "../../../messages/failures.ts";
import { type MadeReport, makeReport, type PrintOrder } from "../../commands/meeting/make-report.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isStale } from "../../state/result-keys.ts";
import { useApp, useAppState } from "../../state/use-app.ts";

export interface ReportState {
  /** Of the last order that was laid out. */
  readonly report: MadeReport | null;
  /** 0..1 while laying out; null when done. */
  readonly done: number | null;
  readonly failure: string | null;
}

/** Milliseconds after the last change before pages are laid out. */
const PATIENCE = 200;

export function useReport(order: PrintOrder): ReportState {
  const app = useApp();
  const language = useLanguage();
  const key = useAppState(({ analysis }) => analysis?.key ?? "");
  const stale = useAppState(isStale);
  const plan = useAppState(({ history }) => history.plan);
  const [state, setState] = useState<ReportState>({ report: null, done: 0, failure: null });
  useEffect(() => {
    void [key, plan];
    if (stale) return;
    const controller = new AbortController();
    const say = (change: Partial<ReportState>): void => {
      if (!controller.signal.aborted) setState((now) => ({ ...now, ...change }));
    };
    const run = async (): Promise<void> => {
      say({ done: 0, failure: null });
      try {
        const onProgress = ({ done }: { readonly done: number | null }): void => say({ done: done ?? 0 });
        const report = await makeReport(app, order, { signal: controller.signal, onProgress });
        say({ report, done: null });
      } catch (error) {
        say({ done: null, failure: reasonOf(error, language) });
      }
    };
    const timer = setTimeout(() => void run(), PATIENCE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [app, order, key, plan, stale, language]);
  return state;
}

export const reasonOf = (error: unknown, language: ReturnType<typeof useLanguage>): string =>
  error instanceof Failure
    ? failureSentence(error.code, error.details, language)
    : error instanceof Error
      ? error.message
      : String(error);
