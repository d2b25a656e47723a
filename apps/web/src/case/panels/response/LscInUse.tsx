import { type CaseView, type LscSource, lscBasis, type Terms } from "@materbone/clinical";
import { explainLsc, LSC_BASIS } from "@materbone/report";
import { Fragment, type ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { ComputedBy } from "../../../parts/ComputedSteps.tsx";
import { limitsInUse, type SiteLimits } from "./limits-in-use.ts";
import classes from "./Response.module.css";
import { responseWords as words } from "./response-words.ts";

/** The limits in use, site by site with what they rest on; a line for each device where there are several. Always in view. */
export function LscInUse({ view, lsc }: { readonly view: CaseView; readonly lsc: LscSource }): ReactNode {
  const terms = useTerms();
  const devices = limitsInUse(view, lsc, ({ percent }) => terms.fixed(percent, 2));
  const [first, ...others] = devices;
  if (first === undefined) return null;
  const [comma, colon] = terms.lang === "zh" ? ["，", "："] : [", ", ": "];
  const basis = terms.text(LSC_BASIS[lscBasis(lsc, view.context)]);
  const said = (sites: readonly SiteLimits[]): ReactNode =>
    sites.map(({ site, limits }, position) => (
      <Fragment key={site}>
        {position > 0 && comma}
        {terms.site(site)}{" "}
        {limits.map(({ scan, limit }, index) => (
          <Fragment key={scan.at}>
            {index > 0 && " / "}
            {limit === undefined ? (
              terms.text(words.noLimit)
            ) : (
              <ComputedBy
                value={`±${terms.fixed(limit.percent, 2)}%`}
                explanation={explainLsc(lsc, site, scan, view.context, terms)}
              />
            )}
          </Fragment>
        ))}
      </Fragment>
    ));
  if (others.length === 0) {
    return (
      <p className={classes.limits}>
        {terms.text(words.limits)}
        {colon}
        {said(first.sites)}
        {terms.lang === "zh" ? `（${basis}）。` : ` (${basis}).`}
      </p>
    );
  }
  return (
    <div className={classes.limits}>
      {terms.text(words.limits)}
      {terms.lang === "zh" ? `（${basis}）：` : ` (${basis}):`}
      <ul className={classes.devices}>
        {devices.map(({ device, sites }) => (
          <li key={device ?? ""}>
            {deviceName(device, view, terms)}
            {colon}
            {said(sites)}
          </li>
        ))}
      </ul>
      {(view.context.methods?.crossCalibrations ?? []).length > 0 && terms.text(words.acrossDevices)}
    </div>
  );
}

/** The model where the series describes the device, and its id, which tells two of one model apart. */
function deviceName(device: string | undefined, view: CaseView, terms: Terms): string {
  if (device === undefined) return terms.text(words.deviceNotRecorded);
  const model = view.context.methods?.densitometers?.find(({ id }) => id === device)?.model;
  if (model === undefined || model === device) return device;
  return terms.lang === "zh" ? `${model}（${device}）` : `${model} (${device})`;
}
