import type { Context } from "hono";

/** What one request carries for the place that turns errors into answers. */
export type Environment = {
  Variables: {
    /** The valid document that a save brought, for the comparison when someone else saved in between. */
    sent: unknown;
    /** The route that answers, with its parameters still as names: what a log may say. */
    operation: string;
  };
};

export type AppContext = Context<Environment>;
