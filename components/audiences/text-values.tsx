"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

type TextValuesProps = {
  label: string;
  offered: { value: string }[];
  onAdd: (value: string) => void;
};

/** Values that are typed; what members have already is suggested. */
export function TextValues({ label, offered, onAdd }: TextValuesProps) {
  const listId = useId();
  const [text, setText] = useState("");
  const add = () => {
    onAdd(text.trim());
    setText("");
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="flex gap-2">
      <Input
        aria-label={`Add a value for ${label.toLowerCase()}`}
        list={listId}
        maxLength={100}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={addOnEnter}
        // What is typed and left there was meant.
        onBlur={add}
      />
      <datalist id={listId}>
        {offered.map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <Button onClick={add}>Add</Button>
    </div>
  );
}
