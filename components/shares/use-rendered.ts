import { useEffect, useState } from "react";
import type { Network } from "#lib/networks/network.ts";
import type { Draft, Rendered } from "#lib/networks/rendered.ts";

type Renderer = typeof import("#lib/networks/rendered.ts");

// As heavy as the counting of letters, of which it shares the most: asked for beside it.
const rendering = import("#lib/networks/rendered.ts");

/** What everybody will see of a post; its bare words until the code for it has come. */
export function useRendered(network: Network, draft: Draft): Rendered {
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  useEffect(() => {
    void rendering.then((loaded) => setRenderer(loaded));
  }, []);
  if (renderer) return renderer.renderPost(network.id, draft);
  return { segments: draft.text ? [{ kind: "text", text: draft.text }] : [], card: null };
}
