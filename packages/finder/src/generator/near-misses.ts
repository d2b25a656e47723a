import { addMonths } from "@materbone/clinical";
import { densityUnderScore, sameScoreTwice } from "./densitometry.ts";
import { conceptNumber } from "./knowledge.ts";
import { between } from "./ordinary-life.ts";
import { openVisit, type PersonDraft, write } from "./person-draft.ts";
import { spineFracture } from "./plo-stories.ts";

const TRAFFIC = conceptNumber("traffic_injury");
const LUMBAR = conceptNumber("lumbar_fracture");
const LUMBAR_SEQUELA = conceptNumber("lumbar_sequela");
const SPINE_XRAY = conceptNumber("spine_xray");
const OSTEOGENESIS = conceptNumber("osteogenesis_imperfecta");
const HEPARIN = conceptNumber("heparin");
const ENOXAPARIN = conceptNumber("enoxaparin");
const GLUCOCORTICOID = conceptNumber("glucocorticoid");
const TRANSIENT_HIP = conceptNumber("transient_hip");
const POSTMENOPAUSAL = conceptNumber("postmenopausal_osteoporosis");
const NOT_A_DELIVERY = conceptNumber("not_a_delivery");

/** What a near miss writes about a delivery, or about a day in the years of the hospital where there is no delivery. */
export const NEAR_MISSES: Readonly<Record<string, (draft: PersonDraft, day: number) => void>> = {
  "near-postmenopausal": (draft, day) => {
    spineFracture(draft, day + 90);
    write(draft, POSTMENOPAUSAL);
  },
  "near-traffic": (draft, delivery) => {
    openVisit(draft, "emergency", delivery + between(draft, 30, 400));
    write(draft, TRAFFIC);
    write(draft, SPINE_XRAY);
    write(draft, LUMBAR);
  },
  "near-sequela": (draft, delivery) => {
    openVisit(draft, "outpatient", delivery + between(draft, 20, 300));
    write(draft, LUMBAR_SEQUELA);
  },
  "near-osteogenesis-imperfecta": (draft, delivery) => {
    openVisit(draft, "outpatient", delivery - between(draft, 320, 480));
    write(draft, OSTEOGENESIS);
    spineFracture(draft, delivery + between(draft, 20, 150));
  },
  "near-heparin": (draft, delivery) => {
    const drug = draft.random() < 0.5 ? HEPARIN : ENOXAPARIN;
    monthly(draft, delivery - 220, delivery - 10, drug);
    spineFracture(draft, delivery + between(draft, 20, 120));
  },
  "near-glucocorticoid": (draft, delivery) => {
    monthly(draft, delivery - 360, delivery - 5, GLUCOCORTICOID);
    spineFracture(draft, delivery + between(draft, 20, 120));
  },
  "near-outside-window": (draft, delivery) => {
    const isBefore = draft.random() < 0.4;
    spineFracture(draft, isBefore ? delivery - between(draft, 365, 480) : addMonths(delivery, between(draft, 25, 29)));
  },
  "near-wrong-unit": (draft, delivery) => {
    openVisit(draft, "outpatient", delivery + between(draft, 60, 300));
    densityUnderScore(draft, draft.random() < 0.5 ? "g/cm2" : "mg/cm2", 0.9 + draft.random() * 0.25);
  },
  "near-t-as-z": (draft, delivery) => {
    openVisit(draft, "outpatient", delivery + between(draft, 60, 300));
    sameScoreTwice(draft, -2.1 - draft.random() * 0.8);
  },
  "near-male": (draft, day) => spineFracture(draft, day + between(draft, 20, 200)),
  "near-not-a-delivery": (draft, day) => {
    openVisit(draft, "outpatient", day);
    write(draft, NOT_A_DELIVERY);
    spineFracture(draft, day + between(draft, 20, 200));
  },
  "near-transient-hip": (draft, delivery) => {
    openVisit(draft, "outpatient", delivery - between(draft, 5, 60));
    write(draft, TRANSIENT_HIP);
  },
};

function monthly(draft: PersonDraft, first: number, last: number, drug: number): void {
  for (let day = first; day <= last; day += 30) {
    openVisit(draft, "outpatient", day);
    write(draft, drug);
  }
}
