import * as z from "zod";

/** A select of a ViewDefinition: columns and nested selects, all for each element of `forEach` where there is one. */
export type ViewSelect = {
  readonly column?: readonly ViewColumn[] | undefined;
  readonly select?: readonly ViewSelect[] | undefined;
  readonly forEach?: string | undefined;
  readonly forEachOrNull?: string | undefined;
  readonly unionAll?: readonly ViewSelect[] | undefined;
};
export type ViewColumn = z.infer<typeof columnSchema>;

/** Names of columns, constants: as SQL-on-FHIR v2 restricts them. */
const nameSchema = z
  .string()
  .regex(/^[A-Za-z]\w*$/)
  .max(60);

const pathSchema = z.string().min(1).max(2000);

const columnSchema = z.strictObject({
  name: nameSchema,
  path: pathSchema,
  type: z.string().max(200).optional(),
  collection: z.boolean().optional(),
  description: z.string().optional(),
  tag: z.array(z.unknown()).optional(),
});

/** Other keys (`repeat` of later versions) would change the rows, so they are refused. */
const selectSchema: z.ZodType<ViewSelect> = z.lazy(() =>
  z
    .strictObject({
      column: z.array(columnSchema).optional(),
      select: z.array(selectSchema).optional(),
      forEach: pathSchema.optional(),
      forEachOrNull: pathSchema.optional(),
      unionAll: z.array(selectSchema).min(1).optional(),
    })
    .refine((select) => select.forEach === undefined || select.forEachOrNull === undefined),
);

/** The supported part of a ViewDefinition of SQL-on-FHIR v2; what only describes it (title, status, …) is let through. */
export const viewSchema = z.looseObject({
  resource: z.string().min(1).max(60),
  constant: z.array(z.looseObject({ name: nameSchema })).optional(),
  select: z.array(selectSchema).min(1),
  where: z.array(z.strictObject({ path: pathSchema, description: z.string().optional() })).optional(),
});
