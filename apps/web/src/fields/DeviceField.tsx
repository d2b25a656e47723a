import type { ReactNode } from "react";
import { useCaseSeries } from "../editor/editor-context.tsx";
import { ChoiceField } from "./ChoiceField.tsx";

/** One of the densitometers that the methods of the series describe. */
export function DeviceField({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const series = useCaseSeries();
  const known = (series.methods?.densitometers ?? []).map(({ id, manufacturer, model }) => ({
    value: id,
    text: [manufacturer, model].filter((part) => part !== undefined).join(" ") || id,
  }));
  return <ChoiceField at={at} label={label} options={known} />;
}
