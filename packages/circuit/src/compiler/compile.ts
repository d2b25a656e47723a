import type { ModelDescription } from "../model/description.ts";
import { kernelInC } from "./c-language.ts";
import { checkModel } from "./checked-model.ts";
import { derivativePrograms } from "./derivative-programs.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { kernelPrograms } from "./kernel-programs.ts";
import { kernelModule } from "./typescript.ts";
import { derivativesModule } from "./typescript-derivatives.ts";

/**
 * Compiles a model description to the text of TypeScript modules.
 *
 * `NAME.ts` exports its `ModelKernel` under its name in camel case, `NAME-by-parameter.ts` its `ParameterDerivatives`. The same description always gives the same text.
 *
 * @throws ModelError for any mistake in the description
 */
export function compileModel(description: ModelDescription): readonly GeneratedFile[] {
  const model = checkModel(description);
  const programs = kernelPrograms(model);
  return [
    { name: `${description.name}.ts`, text: kernelModule(model, programs) },
    {
      name: `${description.name}-by-parameter.ts`,
      text: derivativesModule(model, derivativePrograms(model, programs)),
    },
  ];
}

/**
 * Compiles a model description to C: `NAME.h` and `NAME.c`.
 *
 * @throws ModelError for any mistake in the description
 */
export function compileModelToC(description: ModelDescription): readonly GeneratedFile[] {
  const model = checkModel(description);
  return kernelInC(model, kernelPrograms(model));
}
