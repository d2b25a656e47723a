import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type EthicsFacts = { readonly approval: boolean; readonly consent: boolean };

/** No statement of ethics approval or of consent; a waiver is a statement. Invented women need none. */
export const ethicsMissing = seriesRule<EthicsFacts>({
  id: "ethics-missing",
  severity: "minor",
  reads: ["ethics.approval", "ethics.consent", "origin"],
  source: sourcePaper(
    "l.1-604",
    "no statement in the text; consent is an item of reporting guidelines for case reports",
  ),
  title: { en: "Are ethics approval and consent stated?", zh: "是否说明伦理审批及知情同意？" },
  message: {
    en: ({ approval, consent }, t) =>
      `No statement of ${t.either([...(approval ? [] : ["ethics approval"]), ...(consent ? [] : ["consent"])])} is recorded.`,
    zh: ({ approval, consent }, t) =>
      `未记录${t.either([...(approval ? [] : ["伦理审批"]), ...(consent ? [] : ["知情同意"])])}说明。`,
  },
  find: (view) => {
    const { ethics, origin } = view.series;
    const approval = ethics !== undefined && ethics.approval !== "notReported";
    const consent = ethics !== undefined && ethics.consent !== "notReported";
    if (origin === "synthetic" || (approval && consent)) return [];
    return [{ at: "/ethics", facts: { approval, consent } }];
  },
});
