import { StoreError, sayStoreTrouble, sayVerificationFault, type Verification } from "@materbone/registry";
import { EXIT, type Run } from "../command.ts";
import { oneOf } from "../options.ts";
import { jsonText } from "../output/json.ts";
import { progressLine, type Session, visible, write } from "../terminal.ts";
import { words } from "../words.ts";
import { dataFolder, withRegistry } from "./data-folder.ts";

const FORMATS = ["text", "json"] as const;

/** Walks the whole log and holds it against its hashes and against what lists show. */
export const verify: Run = async (session, _argument, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), FORMATS);
  const verification = await verified(session, dataFolder(session.world, flags));
  if (verification === undefined) return EXIT.findings;
  const { faults } = verification;
  await write(
    session.world,
    format === "json" ? jsonText(asJson(verification, session)) : asText(verification, session),
  );
  return faults.length > 0 ? EXIT.findings : EXIT.done;
};

/** @returns `undefined` when the file is too damaged to be walked, which has then been said */
async function verified({ world, terms }: Session, folder: string): Promise<Verification | undefined> {
  const line = progressLine(world, terms.text(words.verified));
  try {
    return await withRegistry(folder, (registry) => registry.verify({ progress: line.step }));
  } catch (error) {
    if (!(error instanceof StoreError && error.trouble === "damaged")) throw error;
    world.progress.write(`${visible(sayStoreTrouble(error, terms))}\n`);
    return undefined;
  } finally {
    line.end();
  }
}

export function asText({ revisions, documents, head, faults }: Verification, { terms }: Session): string {
  const lines = [
    `${terms.text(words.revisionsColumn)}${revisions}`,
    `${terms.text(words.documentsColumn)}${documents}`,
    ...(head === undefined ? [] : [`${terms.text(words.chainEnd)}\n  ${head}`]),
    ...faults.map((fault) => `- ${visible(sayVerificationFault(fault, terms))}`),
    ...(faults.length === 0 ? [terms.text(words.chainSound)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function asJson({ revisions, documents, head, faults }: Verification, { terms }: Session): object {
  return {
    revisions,
    documents,
    head: head ?? null,
    faults: faults.map((fault) => ({ ...fault, message: sayVerificationFault(fault, terms) })),
  };
}
