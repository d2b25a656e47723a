import { Button } from "@mantine/core";
import type { Text } from "@materbone/clinical";
import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useState,
} from "react";
import { shellWords } from "../app/shell-words.ts";
import { useHoldsChanges } from "../editor/open-work.ts";
import { useSay } from "../language/language.tsx";
import { loadAgain } from "./load-again.ts";

const NOT_LOADED: Text = {
  en: "This part of the page could not be loaded.",
  zh: "页面的这一部分未能载入。",
};

/**
 * A part of a page whose code comes when it is first shown. When it does not come, because the server was stopped, the rest
 * of the page and the work in it stay, and the part can be asked for again.
 *
 * @param load - the module, as an import by its name
 * @param of - the component among its exports
 * @param waiting - what stands there while it comes
 */
export function apart<M, P extends object>(
  load: () => Promise<M>,
  of: (module: M) => ComponentType<P>,
  waiting?: () => ReactNode,
): ComponentType<P> {
  const fresh = (): LazyExoticComponent<ComponentType<P>> => lazy(async () => ({ default: of(await loadAgain(load)) }));
  let shared = fresh();
  return function Apart(props: P): ReactNode {
    const [Part, setPart] = useState(() => shared);
    // A part that did not come is remembered as such: asked for again, it is another one.
    const again = (): void => {
      shared = fresh();
      setPart(() => shared);
    };
    return (
      <Boundary onRetry={again}>
        <Suspense fallback={waiting?.()}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

type BoundaryProps = { readonly onRetry: () => void; readonly children: ReactNode };

// React tells of an error below only to a class.
class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <NotLoaded
        onRetry={() => {
          this.props.onRetry();
          this.setState({ error: undefined });
        }}
      />
    );
  }
}

function NotLoaded({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const say = useSay();
  const holdsChanges = useHoldsChanges();
  return (
    <div className="mb-card" role="alert">
      <p>{say(NOT_LOADED)}</p>
      {holdsChanges && <p>{say(shellWords.workHeld)}</p>}
      <Button size="compact-md" onClick={onRetry}>
        {say(shellWords.tryAgain)}
      </Button>
    </div>
  );
}
