import { request } from "../api/request.ts";

/**
 * The code of a page. When it does not come because the server is away, that is what is said: left alone, the router would
 * load the whole application anew, which ends the work in this window.
 */
export function arriving<M>(load: () => Promise<M>): () => Promise<M> {
  return async () => {
    try {
      return await load();
    } catch (error) {
      await request("/settings");
      throw error;
    }
  };
}
