import type { HospitalOptions } from "./answer-key.ts";
import { csvField } from "./csv-field.ts";
import { type Append, type HospitalChunk, hospitalText } from "./hospital-text.ts";
import { CONCEPTS, type Concept, conceptNumber } from "./knowledge.ts";
import type { PersonDraft } from "./person-draft.ts";
import { birthText, clockText, dayText, sourceId } from "./person-text.ts";

/** Files of the export with their heads, as a Chinese hospital system writes them. */
export const CSV_TABLES = {
  person: { file: "患者.csv", head: "患者ID,性别,出生日期" },
  visit: { file: "就诊.csv", head: "就诊号,患者ID,就诊类型,就诊时间" },
  outpatientDiagnosis: { file: "门诊诊断.csv", head: "就诊号,患者ID,诊断时间,诊断编码,诊断名称" },
  inpatientDiagnosis: { file: "住院诊断.csv", head: "就诊号,患者ID,诊断时间,诊断编码,诊断名称" },
  procedure: { file: "手术操作.csv", head: "就诊号,患者ID,操作时间,操作编码,操作名称" },
  laboratory: { file: "检验.csv", head: "就诊号,患者ID,检验时间,项目名称,结果,单位" },
  density: { file: "骨密度.csv", head: "就诊号,患者ID,检查时间,项目名称,结果,单位,部位" },
  imaging: { file: "影像检查.csv", head: "就诊号,患者ID,检查时间,检查名称" },
  prescription: { file: "处方.csv", head: "就诊号,患者ID,开方时间,药品编码,药品名称" },
} as const;

const SEXES = { female: "女", male: "男", other: "其他" } as const;
const INPATIENT = conceptNumber("visit_inpatient");

/**
 * The hospital as plain CSV in the manner of a Chinese hospital system: own codes and Chinese words, some tables with
 * words only. Times are those on the clock, without an offset. Text is UTF-16 here; the writer encodes it.
 */
export function renderCsv(options: HospitalOptions): Generator<HospitalChunk> {
  return hospitalText(options, writeHeads, writePerson);
}

function writeHeads(append: Append): void {
  for (const { file, head } of Object.values(CSV_TABLES)) append(file, `${head}\n`);
}

function writePerson(draft: PersonDraft, append: Append): void {
  const id = sourceId(draft.number);
  append(CSV_TABLES.person.file, `${id},${draft.sex === undefined ? "" : SEXES[draft.sex]},${birthText(draft)}\n`);
  for (let k = 0; k < draft.length; k++) {
    const at = draft.order[k] as number;
    const concept = CONCEPTS[draft.concept[at] as number] as Concept;
    const visitAt = draft.visit[at] as number;
    const time = `${dayText(draft.day[at] as number)} ${clockText(draft.minute[at] as number)}:00`;
    const head = `${id}-${visitAt},${id}`;
    const { code, text } = concept.local;
    switch (concept.csv) {
      case "visit":
        append(CSV_TABLES.visit.file, `${head},${text},${time}\n`);
        break;
      case "diagnosis": {
        const isInpatient = draft.concept[visitAt] === INPATIENT;
        const { file } = isInpatient ? CSV_TABLES.inpatientDiagnosis : CSV_TABLES.outpatientDiagnosis;
        append(file, `${head},${time},${code},${csvField(text)}\n`);
        break;
      }
      case "procedure":
        append(CSV_TABLES.procedure.file, `${head},${time},${code},${csvField(text)}\n`);
        break;
      case "laboratory":
        append(CSV_TABLES.laboratory.file, `${head},${time},${csvField(text)},${valueText(draft, at, concept)}\n`);
        break;
      case "density":
        append(
          CSV_TABLES.density.file,
          `${head},${time},${csvField(text)},${valueText(draft, at, concept)},${concept.site ?? ""}\n`,
        );
        break;
      case "imaging":
        append(CSV_TABLES.imaging.file, `${head},${time},${csvField(text)}\n`);
        break;
      case "prescription":
        append(CSV_TABLES.prescription.file, `${head},${time},${code},${csvField(text)}\n`);
        break;
    }
  }
}

/** Result and unit; a score has no unit in such a report. */
function valueText(draft: PersonDraft, at: number, concept: Concept): string {
  const unit = draft.unit[at] as number;
  if (unit < 0) return ",";
  const text = concept.units?.[unit] ?? "";
  return `${draft.value[at]},${text === "1" ? "" : csvField(text)}`;
}
