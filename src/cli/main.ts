// The command line: arguments in, exit code out. 0 done, 2 wrong arguments, 3 input that cannot be used.

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../core/base/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import { failureSentence } from "../messages/failures.ts";
import { fillTemplate } from "../messages/fill-template.ts";
import type { Language } from "../messages/language.ts";
import { packProblemSentence } from "../messages/pack-problems.ts";
import { analyseCommand } from "./analyse-command.ts";
import { parseArguments } from "./arguments.ts";
import type { CliHost } from "./cli-host.ts";
import { convertCommand } from "./convert-command.ts";
import { partitionCommand } from "./grid-command.ts";
import { inspectCommand } from "./inspect-command.ts";
import { DEFAULT_PACK, packIds, readPack } from "./read-packs.ts";
import type { ArgumentFault } from "./sentences.ts";
import { ARGUMENT_FAULTS, HELP } from "./sentences.ts";
import { UnusableInput, unusableSentences } from "./unusable-input.ts";

export async function main(argv: readonly string[], host: CliHost): Promise<number> {
  if (argv[0] === "site") return site(argv.slice(1), host);
  if (argv[0] === "packs") return (await import("./packs-command.ts")).packsCommand(argv.slice(1), host);
  if (argv[0] === "report") return layOut(argv.slice(1), host);
  const parsed = parseArguments(argv);
  const { language } = parsed;
  if (parsed.kind === "help") {
    host.out(HELP[language]);
    return 0;
  }
  try {
    if (parsed.kind === "fault") throw new WrongArgument(parsed.fault, parsed.values);
    if (parsed.kind === "inspect") {
      await inspectCommand(parsed.options, language, host);
      return 0;
    }
    if (parsed.kind === "convert") {
      await convertCommand(parsed.options, language, host);
      return 0;
    }
    if (parsed.kind === "partition") {
      if (parsed.options.out !== null) makeFolder(parsed.options.out, host);
      await partitionCommand(parsed.options, language, host);
      return 0;
    }
    const { options } = parsed;
    if (options.pack !== null) choosePack(options.pack, language);
    if (options.out !== null) makeFolder(options.out, host);
    const packOf = (projectPack: string | undefined): RulePack =>
      choosePack(options.pack ?? projectPack ?? DEFAULT_PACK, language);
    await analyseCommand(options, packOf, language, host);
    return 0;
  } catch (error) {
    return report(error, language, host);
  }
}

/** `site` has options of its own; its search is loaded when it is asked for. */
async function site(argv: readonly string[], host: CliHost): Promise<number> {
  try {
    const { siteCommand } = await import("./site-command.ts");
    return await siteCommand(argv, host);
  } catch (error) {
    return report(error, argv.includes("en") ? "en" : "zh-CN", host);
  }
}

/** `report` loads its writers when it is asked for. */
async function layOut(argv: readonly string[], host: CliHost): Promise<number> {
  try {
    const { reportCommand } = await import("./report-command.ts");
    const packOf = (asked: string | null, projectPack: string | undefined): RulePack =>
      choosePack(asked ?? projectPack ?? DEFAULT_PACK, argv.includes("en") ? "en" : "zh-CN");
    return await reportCommand(argv, packOf, host);
  } catch (error) {
    return report(error, argv.includes("en") ? "en" : "zh-CN", host);
  }
}

class WrongArgument extends Error {
  readonly fault: ArgumentFault;
  readonly values: Readonly<Record<string, string>>;
  constructor(fault: ArgumentFault, values: Readonly<Record<string, string>>) {
    super(fault);
    this.name = "WrongArgument";
    this.fault = fault;
    this.values = values;
  }
}

/** Before anything is computed: a folder that cannot be written is told at once. */
function makeFolder(folder: string, host: CliHost): void {
  try {
    mkdirSync(resolve(host.folder, folder), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new WrongArgument("cannotWrite", { value: folder, reason });
  }
}

function choosePack(id: string, language: Language): RulePack {
  const packs = packIds();
  if (!packs.includes(id)) throw new WrongArgument("unknownPack", { value: id, packs: packs.join(", ") });
  const { pack, problems } = readPack(id);
  if (pack !== null) return pack;
  const listed = problems.map((problem) => packProblemSentence(problem, `${id}.json`, language)).join(" ");
  throw new WrongArgument("badPack", { value: id, problems: listed });
}

/** Says what went wrong and returns the exit code for it; anything unforeseen is thrown on. */
function report(error: unknown, language: Language, host: CliHost): number {
  if (error instanceof WrongArgument) {
    host.error(`${fillTemplate(ARGUMENT_FAULTS[error.fault][language], error.values, language)}\n`);
    return 2;
  }
  if (error instanceof UnusableInput) {
    host.error(unusableSentences(error, language));
    return 3;
  }
  if (error instanceof Failure) {
    host.error(`${failureSentence(error.code, error.details, language)}\n`);
    return 3;
  }
  throw error;
}
