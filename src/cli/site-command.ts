// `site`: where to put services, from residences and candidates on our own network or from a travel-time table made
// elsewhere. The answer is printed with its bound; no answer, with the reason.

import { createHighsSolver } from "../adapters/highs-solver.ts";
import { createEngine } from "../core/engine/index.ts";
import type { OutOfReach, SitingAnswer, SitingReason } from "../core/siting/index.ts";
import { fillTemplate } from "../messages/fill-template.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import {
  outOfReachSentence,
  SITE_FAULTS,
  SITE_HELP,
  SITE_SUMMARY,
  sitingReasonSentence,
  tableFaultSentence,
} from "../messages/siting.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { libraries } from "./libraries.ts";
import { hideProgress, showProgress } from "./show-progress.ts";
import { parseSiteArguments, type SiteArguments, type SiteFlaw } from "./site-arguments.ts";
import { capacityJson, capacityQuestion, printCapacity } from "./site-capacity.ts";
import { type SiteInput, UnusableTable, WrongSite } from "./site-input.ts";
import { readSiteMatrix } from "./site-matrix.ts";
import { readSitePlaces } from "./site-places.ts";

/** Sentences on standard error before it is enough. */
const SHOWN = 20;

/** `argv` after the word site. Returns the exit code; input that cannot be used is thrown as by other commands. */
export async function siteCommand(argv: readonly string[], host: CliHost): Promise<number> {
  const parsed = parseSiteArguments(argv);
  const { language } = parsed;
  if (parsed.kind === "help") {
    host.out(SITE_HELP[language]);
    return 0;
  }
  if (parsed.kind === "fault") return sayFlaw(parsed.flaw, language, host);
  try {
    await solve(parsed.options, language, host);
    return 0;
  } catch (error) {
    if (error instanceof WrongSite) return sayFlaw(error.flaw, language, host);
    if (!(error instanceof UnusableTable)) throw error;
    const shown = error.faults
      .slice(0, SHOWN)
      .map((fault) => tableFaultSentence(error.file, fault, language));
    const rest = error.faults.length - shown.length;
    if (rest > 0) shown.push(language === "en" ? `… and ${rest} more` : `……另有 ${rest} 条`);
    host.error(`${shown.join("\n")}\n`);
    return 3;
  }
}

async function solve(options: SiteArguments, language: Language, host: CliHost): Promise<void> {
  const seconds = (): number => performance.now() / 1000;
  const begun = seconds();
  const solver = createHighsSolver();
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries, solver, seconds });
  const onProgress = showProgress(host, language);
  const input =
    options.matrix === null
      ? await readSitePlaces(engine, options, host, onProgress)
      : readSiteMatrix(options, host.folder);
  const named = new Uint8Array(input.sites.length);
  for (const id of options.fixed) {
    const place = input.sites.indexOf(id);
    if (place < 0) throw new WrongSite({ fault: "unknownFixed", values: { value: id } });
    named[place] = 1;
  }
  const { gap, seed } = options;
  const timeLimit = Math.max(0, options.timeLimit - (seconds() - begun));
  const limits = { timeLimit, gap, seed };
  const say = (json: object, text: string): void => {
    hideProgress(host);
    for (const issue of input.issues.slice(0, SHOWN)) host.error(`${issueSentence(issue, language)}\n`);
    host.out(options.json ? `${JSON.stringify(json)}\n` : text);
  };
  const passed = (): number => Math.round(1000 * (seconds() - begun)) / 1000;
  if (options.model === "capacity") {
    const question = capacityQuestion(options, input, named);
    const answer = await engine.run("siting.capacity", { question, ...limits }, { onProgress });
    const reason = reasonOf(answer.reason, input, language);
    say(
      capacityJson(question, answer, input, passed(), reason),
      printCapacity(question, answer, input, reason, language),
    );
    return;
  }
  const { model, k, budget, share } = options;
  const { table, weight, price, radius, existing } = input;
  const fixed = named.map((one, j) => Math.max(one, existing[j]!));
  const question = { model, table, weight, fixed, k, budget, price, radius, share: share ?? 1 };
  const answer = await engine.run("siting.solve", { question, ...limits }, { onProgress });
  const reason = reasonOf(answer.reason, input, language);
  say(answerJson(answer, input, passed(), reason), printAnswer(answer, input, reason, language));
}

function reasonOf(reason: SitingReason | null, input: SiteInput, language: Language): string | null {
  if (reason === null) return null;
  const ids =
    reason.demand.length > 0
      ? reason.demand.map((i) => input.demand[i]!)
      : reason.sites.map((j) => input.sites[j]!);
  return sitingReasonSentence(reason, ids, language);
}

function answerJson(answer: SitingAnswer, input: SiteInput, seconds: number, reason: string | null) {
  const { model, status, objective, bound, gap, covered, outOfReach } = answer;
  const head = { model, status, objective, bound, gap, sites: [...answer.sites].map((j) => input.sites[j]!) };
  if (status === "infeasible") return { ...head, seconds, reason };
  const assignment = Object.fromEntries(
    input.demand.flatMap((id, i) =>
      answer.assignment[i]! < 0 ? [] : [[id, input.sites[answer.assignment[i]!]!]],
    ),
  );
  const leftOut = { demand: idsOf(outOfReach, input), weight: outOfReach.weight };
  return { ...head, assignment, covered, outOfReach: leftOut, seconds };
}

const idsOf = ({ demand }: OutOfReach, input: SiteInput): string[] =>
  [...demand].map((i) => input.demand[i]!);

function printAnswer(
  answer: SitingAnswer,
  input: SiteInput,
  reason: string | null,
  language: Language,
): string {
  const label = (word: keyof typeof SITE_SUMMARY): string => SITE_SUMMARY[word][language];
  if (answer.status === "infeasible")
    return `${label("infeasible")}${language === "en" ? ": " : "："}${reason}\n`;
  const round = (value: number): string => String(Math.round(value * 100) / 100);
  const { outOfReach } = answer;
  const total = input.weight.reduce((sum, own) => sum + (own > 0 ? own : 0), 0);
  const lines = [
    label(answer.status),
    ...(outOfReach.demand.length === 0
      ? []
      : [outOfReachSentence(outOfReach, idsOf(outOfReach, input), total, language)]),
    `${label("objective")}  ${round(answer.objective)}`,
    `${label("bound")}  ${round(answer.bound)}`,
    `${label("gap")}  ${(100 * answer.gap).toFixed(2)}%`,
    `${label("covered")}  ${round(answer.covered)}`,
    `${label("sites")} ${answer.sites.length}  ${[...answer.sites].map((j) => input.sites[j]!).join(", ")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function sayFlaw({ fault, values }: SiteFlaw, language: Language, host: CliHost): number {
  host.error(`${fillTemplate(SITE_FAULTS[fault][language], values, language)}\n`);
  return 2;
}
