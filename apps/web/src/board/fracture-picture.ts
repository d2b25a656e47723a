import { type FractureSite, type GenantGrade, isLevel, VERTEBRAE, type Vertebra } from "@materbone/clinical";

/** A fracture as a list shows it; without a grade it was not graded. */
type ListedFracture = { readonly site: FractureSite; readonly grade?: GenantGrade | undefined };

/** A vertebra of the small spine. `ungraded` is fractured, the grade is not known. */
export type LevelState = "whole" | "graded" | "ungraded";

/** What the small spine shows, and the same for its words. */
export type FracturePicture = {
  readonly levels: readonly { readonly level: Vertebra; readonly state: LevelState }[];
  /** Fractured vertebrae from the top down with their grades. */
  readonly vertebrae: readonly { readonly level: Vertebra; readonly grade: GenantGrade | undefined }[];
  /** Fractures elsewhere or of a vertebra whose level is not stated, in the order of the record. */
  readonly others: readonly FractureSite[];
};

/** Sorts fractures into the spine T4 to L5 and the rest; a vertebra graded below 1 is not fractured. */
export function fracturePicture(fractures: readonly ListedFracture[]): FracturePicture {
  const fractured = fractures.filter(({ grade }) => grade === undefined || grade >= 1);
  const gradeOf = new Map(fractured.map(({ site, grade }) => [site, grade]));
  const vertebrae = VERTEBRAE.flatMap((level) => (gradeOf.has(level) ? [{ level, grade: gradeOf.get(level) }] : []));
  return {
    levels: VERTEBRAE.map((level) => ({
      level,
      state: !gradeOf.has(level) ? "whole" : gradeOf.get(level) === undefined ? "ungraded" : "graded",
    })),
    vertebrae,
    others: fractured.flatMap(({ site }) => (isLevel(site) ? [] : [site])),
  };
}
