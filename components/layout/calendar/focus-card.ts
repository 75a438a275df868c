/** Focuses the card of an entry, drawn anew meanwhile or not: in the grid or in the list, whichever shows. */
export function focusCard(entryId: string): void {
  const cards = document.querySelectorAll<HTMLElement>(`[data-entry="${entryId}"]`);
  [...cards].find((card) => card.checkVisibility())?.focus();
}
