import { useEffect, useEffectEvent, useRef, useState } from "react";

/** Takes a file that is dropped on an element. It is a further way to do what a button there does, never the only one. */
export function useDroppedFile(onFile: (file: File) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFile);
  useEffect(() => {
    const place = ref.current;
    if (!place) return;
    const listening = new AbortController();
    const { signal } = listening;
    const allow = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    place.addEventListener("dragover", allow, { signal });
    place.addEventListener("dragleave", () => setOver(false), { signal });
    place.addEventListener("drop", drop, { signal });
    return () => listening.abort();
  }, []);
  return { ref, isOver };
}
