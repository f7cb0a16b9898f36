// `packs`: which rule packs there are, whether each holds on a day, and how the product carries every rule and named
// system of the policy documents, with the test and the screen that show it.

import { parseArgs } from "node:util";
import {
  type CoveredRule,
  type CoveredSystem,
  carriersOf,
  countStates,
  editionState,
  isDate,
  type RulePack,
} from "../core/standards/index.ts";
import { carrierWords } from "../messages/carriers.ts";
import type { Language } from "../messages/language.ts";
import { editionSentence, packProblemSentence } from "../messages/pack-problems.ts";
import type { CliHost } from "./cli-host.ts";
import { COVERAGE_WORDS, PACKS_WORDS } from "./packs-words.ts";
import { packIds, readCoverage, readPack } from "./read-packs.ts";

/** 0 done; 2 wrong arguments; 3 a pack that cannot be used. */
export function packsCommand(argv: readonly string[], host: CliHost): number {
  const { values, language, fault } = readArguments(argv);
  const words = PACKS_WORDS[language];
  if (fault !== null) {
    host.error(`${words.fault(fault)}\n`);
    return 2;
  }
  if (values.help === true) {
    host.out(words.help);
    return 0;
  }
  const day = values.date ?? new Date().toISOString().slice(0, 10);
  const packs = packIds().map((id) => ({ id, ...readPack(id) }));
  const coverage = readCoverage();
  if (values.json === true)
    host.out(
      `${JSON.stringify({ packs: packs.map((pack) => summaryOf(pack, day)), ...coverage }, null, 2)}\n`,
    );
  else host.out(tableOf(packs, coverage, day, language));
  const broken = packs.flatMap(({ id, problems }) =>
    problems.map((problem) => packProblemSentence(problem, `${id}.json`, language)),
  );
  for (const sentence of broken) host.error(`${sentence}\n`);
  return broken.length === 0 ? 0 : 3;
}

type ReadPack = ReturnType<typeof readPack> & { readonly id: string };

function readArguments(argv: readonly string[]) {
  const options = {
    json: { type: "boolean" },
    date: { type: "string" },
    lang: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
  });
  const given = {
    json: values.json === true,
    help: values.help === true,
    date: text(values.date),
    lang: text(values.lang),
  };
  const language: Language = given.lang === "en" ? "en" : "zh-CN";
  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
  const fault =
    positionals[0] ??
    (unknown?.kind === "option" ? unknown.rawName : null) ??
    (given.date !== undefined && !isDate(given.date) ? `--date ${given.date}` : null) ??
    (given.lang !== undefined && given.lang !== "zh" && given.lang !== "en" ? `--lang ${given.lang}` : null);
  return { values: given, language, fault };
}

const text = (value: string | boolean | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

function summaryOf({ id, pack, problems }: ReadPack, day: string) {
  if (pack === null) return { id, problems };
  const { name, place, edition, validFrom, validTo, rules, registers = [], matters = [] } = pack;
  return {
    id,
    name,
    place,
    edition,
    validFrom,
    validTo,
    state: editionState(pack, day),
    rules: rules.length,
    registers: registers.length,
    matters: matters.length,
  };
}

function tableOf(
  packs: readonly ReadPack[],
  { rules, systems }: ReturnType<typeof readCoverage>,
  day: string,
  language: Language,
): string {
  const words = PACKS_WORDS[language];
  const packOf = (wanted: string): RulePack | null => packs.find(({ id }) => id === wanted)?.pack ?? null;
  return [
    words.packs(packs.length, day),
    ...packs.flatMap(({ id, pack }) =>
      pack === null
        ? [`  ${id}`]
        : [`  ${id}  ${editionSentence(pack, day, language)}`, `    ${words.contents(pack)}`],
    ),
    "",
    words.rules(rules.length, statesLine(rules, language)),
    ...rules.map((rule) => lineOf(rule, packOf, language)),
    "",
    words.systems(systems.length, statesLine(systems, language)),
    ...systems.map((system) => lineOf(system, packOf, language)),
    "",
  ].join("\n");
}

function statesLine(entries: readonly (CoveredRule | CoveredSystem)[], language: Language): string {
  const counts = Object.entries(countStates(entries)).filter(([, count]) => count > 0);
  return counts
    .map(([state, count]) => `${COVERAGE_WORDS[state as keyof typeof COVERAGE_WORDS][language]} ${count}`)
    .join(language === "en" ? ", " : "、");
}

function lineOf(
  entry: CoveredRule | CoveredSystem,
  packOf: (id: string) => RulePack | null,
  language: Language,
): string {
  const { id, name, status, screen, test, note } = entry;
  const english = language === "en";
  const parts = [
    `${id.padEnd(6)} ${english ? name.en : name.zh}`,
    COVERAGE_WORDS[status][language],
    ...(entry.by.length === 0 ? [] : [carrierWords(carriersOf(entry), packOf, language)]),
    ...(screen === null ? [] : [PACKS_WORDS[language].screens[screen]]),
    test,
    ...(note === undefined ? [] : [english ? note.en : note.zh]),
  ];
  return `  ${parts.join(" · ")}`;
}
