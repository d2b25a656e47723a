/** From conception to five years after delivery, whatever is recorded, so that women can be compared at a glance. */
export const SPAN_MONTHS = [-9, 60] as const;
