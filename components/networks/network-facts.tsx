import type { ReactNode } from "react";
import type { NetworkOverview } from "#lib/networks/overview/schemas.ts";
import { saySimulated } from "./simulated.tsx";

/** What an admin has to know of a network before deciding anything about it. */
export function NetworkFacts({ network }: { network: NetworkOverview }) {
  const { name, version, connected, needReconnect, figuresNote, settings } = network;
  return (
    <dl className="grid content-start gap-4">
      <Fact name="App">
        <App network={network} />
      </Fact>
      {version ? (
        <Fact name="Version">
          {version.value}, set by <Code>{version.variable}</Code>
          {version.warning ? <p className="mt-1 text-danger">{version.warning}</p> : null}
        </Fact>
      ) : null}
      <Fact name="Members">{sayMembers(connected, needReconnect)}</Fact>
      {settings.measures && figuresNote ? <Fact name={`Figures from ${name}`}>{figuresNote}</Fact> : null}
    </dl>
  );
}

function App({ network: { id, name, missing, note, isSimulated } }: { network: NetworkOverview }) {
  if (isSimulated) return <>{saySimulated(name)}</>;
  if (note) return <>{note}</>;
  if (missing.length === 0) return <>Set up.</>;
  return (
    <>
      Not set up, so members post there by hand. Missing:{" "}
      {missing.map((variable, index) => (
        <span key={variable}>
          {index > 0 ? ", " : ""}
          <Code>{variable}</Code>
        </span>
      ))}
      . How to get them stands in <Code>docs/networks/{id}.md</Code>.
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-quiet">{name}</dt>
      <dd className="max-w-measure text-pretty">{children}</dd>
    </div>
  );
}

const Code = ({ children }: { children: ReactNode }) => (
  <code className="font-mono text-[0.875em] wrap-anywhere">{children}</code>
);

function sayMembers(connected: number, needReconnect: number): string {
  const working = connected === 0 ? "Nobody is connected" : `${connected} connected`;
  if (needReconnect === 0) return `${working}.`;
  return `${working}, ${needReconnect} ${needReconnect === 1 ? "has" : "have"} to connect again.`;
}
