"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const themes = [
  { id: "light", name: "Light", icon: Sun },
  { id: "dark", name: "Dark", icon: Moon },
  { id: "system", name: "Like the device", icon: Monitor },
];

/** Light, dark, or like the device. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex items-center gap-1 px-2.5 py-1">
      <legend className="sr-only">Appearance</legend>
      <span aria-hidden className="mr-auto text-sm">
        Appearance
      </span>
      {themes.map(({ id, name, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-label={name}
          title={name}
          aria-pressed={isHydrated && theme === id}
          onClick={() => setTheme(id)}
          className="grid size-8 place-items-center rounded-md text-quiet hover:text-ink aria-pressed:bg-wash aria-pressed:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </fieldset>
  );
}

// The server does not know the stored choice; nothing to listen to, only "now in the browser".
const subscribe = () => () => {};
