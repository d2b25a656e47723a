import { roiName, type Scan, say, VERTEBRAE } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { Fields } from "../../fields/Fields.tsx";
import type { FieldSpec, GroupSpec } from "../../fields/field-spec.ts";
import { More } from "../../fields/More.tsx";
import { recordSpec } from "../../fields/record-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { detailsOf, scanWords } from "./scan-words.ts";

/** What the grid shows is not asked for twice. */
const IN_GRID = new Set(["bmdGPerCm2", "zScore"]);

const SPECS: readonly FieldSpec[] = recordSpec.scans.fields.map((spec) =>
  spec.kind === "group" && spec.key === "sites" ? { ...spec, fields: spec.fields.map(withoutGridFields) } : spec,
);

function withoutGridFields(site: FieldSpec): FieldSpec {
  if (site.kind !== "group") return site;
  return { ...site, fields: site.fields.filter((field) => !IN_GRID.has(field.key)) } satisfies GroupSpec;
}

/** Device, vertebrae, place, T-scores, the report and notes of one scan. */
export function ScanDetails({ at, position }: { readonly at: string; readonly position: number }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const scan = useRecordPart(at) as Scan | undefined;
  const vertebrae = scan?.sites.lumbarSpine?.vertebrae;
  const facts = [
    scan?.device,
    vertebrae === undefined ? undefined : roiName(vertebrae, "–"),
    scan?.place === undefined ? undefined : terms.word("place", scan.place),
  ].filter((fact) => fact !== undefined);
  const places = ["device", "place", "label", "report", "note", "source", "id"].map((key) => `${at}/${key}`);
  return (
    <More
      places={[
        ...places,
        ...["lumbarSpine", "femoralNeck", "totalHip"].flatMap((site) => sitePlaces(`${at}/sites/${site}`)),
      ]}
      title={say(detailsOf, { scan: position + 1, facts }, terms)}
      hasNoCount
    >
      {scan?.sites.lumbarSpine !== undefined && vertebrae === undefined && (
        <button
          type="button"
          className={fieldClasses.quiet}
          onClick={() => {
            store.edit({ at: `${at}/sites/lumbarSpine/vertebrae`, value: LUMBAR });
            store.settle();
          }}
        >
          {terms.text(scanWords.lumbar)}
        </button>
      )}
      <Fields specs={SPECS} base={at} />
    </More>
  );
}

const LUMBAR = VERTEBRAE.slice(VERTEBRAE.indexOf("L1"), VERTEBRAE.indexOf("L4") + 1);

function sitePlaces(site: string): readonly string[] {
  return ["tScore", "vertebrae", "side", "note", "source"].map((key) => `${site}/${key}`);
}
